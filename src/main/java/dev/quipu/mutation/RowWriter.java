package dev.quipu.mutation;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.mutation.AttributeWrite.Elements;
import dev.quipu.mutation.AttributeWrite.Later;
import dev.quipu.mutation.AttributeWrite.Reference;
import dev.quipu.mutation.AttributeWrite.Value;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes and changes rows as a request says, and those nested in it. */
final class RowWriter {

    private final Attempt attempt;
    private final RowState state;
    private final ValueFit values;
    private final KeyChanges keys;
    private final ReferenceWriter references;
    private final ElementWriter elements;

    RowWriter(Attempt attempt, RowState state, RowFinder finder, RowRemover remover) {
        this.attempt = attempt;
        this.state = state;
        this.values = new ValueFit(attempt);
        this.keys = new KeyChanges(attempt, state);
        this.references = new ReferenceWriter(attempt, state, finder, this);
        this.elements = new ElementWriter(attempt, state, finder, this, references, remover);
    }

    /** The row to whose collection a new row belongs. */
    record Owner(EntityModel entity, Object row, ToManyAttribute collection) {}

    /** The new row; it is saved unless something about it was refused, or about the row that it belongs to. */
    Object create(RowWrite write, @Nullable Owner owner) {
        EntityModel entity = write.entity();
        Object row = state.instantiate(entity);
        int refusals = attempt.refusalCount();
        attempt.judgement().create(write, row);
        keys.before(null, write);
        if (owner != null) {
            enter(owner, write, row);
        }
        refuseWhatIsMissing(write, owner);
        assign(entity, row, write, true);
        attempt.wrote(write, row);
        boolean belongs = owner == null || attempt.session().contains(owner.row());
        if (belongs && refusals == attempt.refusalCount()) {
            attempt.session().persist(row);
        }
        writeElements(entity, row, write);
        return row;
    }

    /** The new row, made because there was none with that key; whoever makes one at the same time was not seen. */
    Object createAbsent(RowKey key, RowWrite write, @Nullable Owner owner) {
        attempt.foundAbsent(key);
        return create(write, owner);
    }

    void patch(Object row, RowWrite write) {
        attempt.judgement().update(write, row);
        keys.before(row, write);
        assign(write.entity(), row, write, false);
        attempt.wrote(write, row);
        writeElements(write.entity(), row, write);
    }

    private void enter(Owner owner, RowWrite write, Object row) {
        String reference = owner.collection().mappedBy();
        if (write.attributes().containsKey(reference)) {
            attempt.refuse(
                    write.pathOf(reference),
                    reference + " is the " + owner.entity().name() + " that this "
                            + write.entity().name() + " is nested in. Leave it out");
            return;
        }
        state.set(write.entity(), row, reference, owner.row());
        Collection<Object> collection = state.loadedCollection(
                owner.entity(), owner.row(), owner.collection().name());
        if (collection != null) {
            collection.add(row);
        }
    }

    private void assign(EntityModel entity, Object row, RowWrite write, boolean created) {
        write.attributes().forEach((name, value) -> {
            AttributeModel attribute = entity.attribute(name);
            if (value instanceof Value plain && attribute instanceof BasicAttribute basic) {
                values.fit(basic, plain, created).ifPresent(fit -> state.set(entity, row, name, fit.value()));
            } else if (value instanceof Later later) {
                state.set(entity, row, name, later.value().get());
            } else if (value instanceof Reference reference && attribute instanceof ToOneAttribute toOne) {
                references.write(entity, row, toOne, reference, created);
            }
        });
    }

    private void writeElements(EntityModel entity, Object row, RowWrite write) {
        write.attributes().forEach((name, value) -> {
            if (value instanceof Elements changes && entity.attribute(name) instanceof ToManyAttribute collection) {
                elements.write(new Owner(entity, row, collection), changes);
            }
        });
    }

    private void refuseWhatIsMissing(RowWrite write, @Nullable Owner owner) {
        required(write.entity())
                .filter(name -> !write.attributes().containsKey(name))
                .filter(name -> owner == null || !owner.collection().mappedBy().equals(name))
                .forEach(name -> attempt.refuse(
                        write.path(), "A new " + write.entity().name() + " needs " + name + ", which is not given"));
    }

    private static Stream<String> required(EntityModel entity) {
        Stream<String> basics = entity.basics()
                .filter(attribute ->
                        !attribute.nullable() && !attribute.derived() && !attribute.stamped() && !attribute.hidden())
                .filter(attribute -> attribute.initialValue() == null)
                .filter(attribute -> !attribute.equals(entity.id()) && !attribute.equals(entity.version()))
                .map(AttributeModel::name);
        Stream<String> toOnes = entity.toOnes()
                .filter(attribute -> !attribute.nullable() && !attribute.stamped())
                .map(AttributeModel::name);
        return Stream.concat(basics, toOnes);
    }
}
