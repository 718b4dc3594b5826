package dev.quipu.rule.engine;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.ToManyAttribute;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.Value;

/** Refuses mappings by which a row differs from what rules see of it; it looks at nothing that no rule reads. */
final class MappingCheck {

    private final RuledEntity entity;
    private final PersistentClass mapping;
    private final Problems problems;

    MappingCheck(RuledEntity entity, PersistentClass mapping, Problems problems) {
        this.entity = entity;
        this.mapping = mapping;
        this.problems = problems;
    }

    void refuse() {
        entity.ruled.stream()
                .filter(position -> position != entity.idPosition()
                        && (entity.model.deletedAt() == null
                                || position != entity.model.deletedAt().position()))
                .forEach(position -> {
                    Property attribute = mapping.getProperty(entity.persister.getPropertyNames()[position]);
                    refuseUnwritten(attribute, position);
                    if (attribute.getValue() instanceof ToOne reference) {
                        refuseReference(attribute.getName(), reference);
                    }
                });
        refuseEntity();
        refuseTwins();
    }

    /** What stands in the database and what Hibernate holds when the rules run must be the same. */
    private void refuseUnwritten(Property attribute, int position) {
        if (attribute.getValue().hasFormula()) {
            add(
                    127,
                    attribute,
                    "is computed by the database when it is read (@Formula), so that rules cannot see it change."
                            + " Derive it with @Computed, or let the rule read what the formula reads.");
        } else if (position == entity.persister.getVersionPropertyIndex()) {
            add(
                    125,
                    attribute,
                    "is read by rules, yet Hibernate assigns it after they have run (@Version)."
                            + " Let the rule read an attribute of your own.");
        } else if (attribute.getValueGeneratorCreator() != null) {
            add(
                    125,
                    attribute,
                    "is read by rules, yet Hibernate or the database assigns it after they have run."
                            + " Leave out the generation, and assign it in Java: where it is declared, or in @PrePersist.");
        } else if (!isWritten(attribute, position) && !isPartOfId(attribute.getValue())) {
            add(
                    126,
                    attribute,
                    "is read by rules, yet not always written (insertable = false or updatable = false), so that they"
                            + " would see values that no row has. Let the rule read the attribute that writes the column,"
                            + " or leave these two out.");
        }
        if (mapping.getJoinClosure().stream().anyMatch(table -> table.containsProperty(attribute))) {
            add(
                    128,
                    attribute,
                    "is read or derived by rules, yet stored in a second table, which they do not follow."
                            + " Leave out the @SecondaryTable or @JoinTable.");
        }
    }

    /** Sums and counts are not updatable for Hibernate, because the rules' own statements write them. */
    private boolean isWritten(Property attribute, int position) {
        boolean additive = entity.aggregates.stream()
                .anyMatch(rule ->
                        rule.target().position() == position && rule.kind().additive());
        AttributeModel named = entity.model.attribute(attribute.getName());
        boolean stamped = named != null && named.stamped();
        return attribute.isInsertable() && (additive || stamped || attribute.isUpdatable());
    }

    /** As the reference of a {@code @MapsId} is: it is written as the id. */
    private boolean isPartOfId(Value value) {
        return mapping.getIdentifier().getColumns().containsAll(value.getColumns());
    }

    private void refuseReference(String name, ToOne reference) {
        if (!reference.isReferenceToPrimaryKey()) {
            add(
                    133,
                    name,
                    "refers by referencedColumnName to something else than the id of "
                            + entity.persister
                                    .getFactory()
                                    .getMappingMetamodel()
                                    .getEntityDescriptor(reference.getReferencedEntityName())
                                    .getImportedName()
                            + ", which rules do not follow. Refer to the id.");
        }
    }

    private void refuseTwins() {
        Set<String> names = new HashSet<>();
        entity.invariants.stream()
                .filter(invariant -> !names.add(invariant.name()))
                .forEach(invariant -> problems.add(
                        134,
                        entity.name() + ": @Invariant(name = \"" + invariant.name() + "\", value = \""
                                + invariant.condition().text() + "\")",
                        "has the name of another one, so that nobody could tell which of them is broken."
                                + " Give each its own."));
    }

    private void refuseEntity() {
        if (mapping.isCached() && !entity.derivedPositions().isEmpty()) {
            problems.add(
                    129,
                    entity.name(),
                    "is cached for all sessions, yet has attributes that rules write past the cache."
                            + " Leave out @Cacheable and @Cache.");
        }
        boolean restricted =
                superclasses(entity.model.javaType()).anyMatch(type -> type.isAnnotationPresent(SQLRestriction.class));
        if (restricted && !entity.contributions.isEmpty()) {
            problems.add(
                    132, entity.name(), restriction(entity.contributions.get(0).name()));
        }
    }

    static void refuseRestriction(AggregateRule rule, ToManyAttribute collection, Problems problems) {
        boolean restricted = superclasses(rule.parent().model.javaType())
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> field.getName().equals(collection.name()))
                .anyMatch(field -> field.isAnnotationPresent(SQLRestriction.class));
        if (restricted) {
            problems.add(132, rule.parent().name() + "." + collection.name(), restriction(rule.name()));
        }
    }

    private static String restriction(String rule) {
        return "leaves rows out by an @SQLRestriction, which " + rule
                + " takes in all the same. Leave it out, and say it in the rule: where = \"..\".";
    }

    private static Stream<Class<?>> superclasses(Class<?> type) {
        return Stream.iterate(type, Objects::nonNull, Class::getSuperclass);
    }

    private void add(int number, Property attribute, String explanation) {
        add(number, attribute.getName(), explanation);
    }

    private void add(int number, String attribute, String explanation) {
        problems.add(number, entity.name() + "." + attribute, explanation);
    }
}
