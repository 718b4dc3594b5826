package dev.quipu.rule.engine;

import dev.quipu.expr.StateLayout;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** An entity as the rules see it. Filled by {@link RulePlanner}, read-only from then on. */
public final class RuledEntity {

    final EntityModel model;
    final EntityPersister persister;
    /** Aggregates of other entities that take in rows of this one. */
    final List<AggregateRule> contributions = new ArrayList<>();
    /** Expressions and copies of this entity. */
    final List<LocalRule> locals = new ArrayList<>();
    /** Aggregates of this entity. */
    final List<AggregateRule> aggregates = new ArrayList<>();

    /** References whose target a row of this entity makes if it does not exist. */
    final List<ParentInsertion> insertions = new ArrayList<>();

    final List<InvariantRule> invariants = new ArrayList<>();
    /** Who reads attributes of this entity live. */
    final List<LiveReader> readers = new ArrayList<>();
    /** The positions that rules read or write; nothing else is read from the database or compared. */
    final BitSet ruled = new BitSet();

    private final AttributeModel[] byPosition;
    private @Nullable RowStatements statements;

    RuledEntity(EntityModel model, EntityPersister persister) {
        this.model = model;
        this.persister = persister;
        this.byPosition = new AttributeModel[StateLayout.length(persister)];
        for (AttributeModel attribute : model.attributes().values()) {
            if (attribute instanceof BasicAttribute || attribute instanceof ToOneAttribute) {
                byPosition[StateLayout.position(persister, attribute.name())] = attribute;
            }
        }
        if (model.deletedAt() != null) {
            ruled.set(model.deletedAt().position());
        }
    }

    /** The JPA name: {@code "OrderItem"}. */
    public String name() {
        return model.name();
    }

    /** The name under which Hibernate knows it. */
    public String entityName() {
        return model.entityName();
    }

    public EntityModel model() {
        return model;
    }

    /** The conditions on each of its rows. */
    public List<InvariantRule> invariants() {
        return Collections.unmodifiableList(invariants);
    }

    int stateLength() {
        return byPosition.length;
    }

    int idPosition() {
        return byPosition.length - 1;
    }

    /** The attribute at a position of the state: a basic one or a reference. */
    AttributeModel attribute(int position) {
        return byPosition[position];
    }

    boolean isReference(int position) {
        return byPosition[position] instanceof ToOneAttribute;
    }

    boolean isDerived(int position) {
        return byPosition[position] instanceof BasicAttribute basic && basic.derived();
    }

    boolean isRuleTarget(BasicAttribute attribute) {
        return locals.stream().anyMatch(rule -> rule.target() == attribute)
                || aggregates.stream().anyMatch(rule -> rule.target() == attribute);
    }

    /** Whether rules and queries see a row: it is not softly deleted. */
    boolean alive(@Nullable Object[] state) {
        return model.deletedAt() == null || state[model.deletedAt().position()] == null;
    }

    /** What is left of a row when it is removed: null, or if only softly, its state with a time of deletion. */
    @Nullable
    Object @Nullable [] removed(@Nullable Object[] state) {
        if (model.deletedAt() == null) {
            return null;
        }
        @Nullable Object[] removed = state.clone();
        // any time will do: the one that counts is written by the statement that removes the row
        removed[model.deletedAt().position()] = Instant.EPOCH;
        return removed;
    }

    /** A new row's state before any rule has run: sums and counts 0, everything else that is derived null. */
    @Nullable
    Object[] underived(@Nullable Object[] state) {
        locals.forEach(rule -> state[rule.target().position()] = null);
        aggregates.forEach(
                rule -> state[rule.target().position()] = rule.kind().additive() ? Values.fit(rule.target(), 0) : null);
        return state;
    }

    BitSet derivedPositions() {
        BitSet positions = new BitSet();
        locals.forEach(rule -> positions.set(rule.target().position()));
        aggregates.forEach(rule -> positions.set(rule.target().position()));
        return positions;
    }

    /** Whether values of its rows follow from rows that they refer to, at all times. */
    boolean readsParents() {
        return locals.stream()
                .filter(rule -> !rule.isCopy())
                .flatMap(rule -> rule.expression().reads().stream())
                .anyMatch(path -> !path.own());
    }

    /** Whether rows of it take part in rules at all. */
    boolean takesPart() {
        return !contributions.isEmpty()
                || !locals.isEmpty()
                || !aggregates.isEmpty()
                || !invariants.isEmpty()
                || !readers.isEmpty();
    }

    RowStatements statements() {
        if (statements == null) {
            statements = new RowStatements(this);
        }
        return statements;
    }

    @Override
    public String toString() {
        return name();
    }
}
