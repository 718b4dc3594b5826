package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.mutation.AttributeWrite.Connect;
import dev.quipu.mutation.AttributeWrite.ConnectOrCreate;
import dev.quipu.mutation.AttributeWrite.Create;
import dev.quipu.mutation.AttributeWrite.Reference;
import dev.quipu.rule.InsertedParents;
import org.jspecify.annotations.Nullable;

/** Points a row's reference at another target. */
final class ReferenceWriter {

    private final Attempt attempt;
    private final RowState state;
    private final RowFinder finder;
    private final RowWriter rows;

    ReferenceWriter(Attempt attempt, RowState state, RowFinder finder, RowWriter rows) {
        this.attempt = attempt;
        this.state = state;
        this.finder = finder;
        this.rows = rows;
    }

    void write(EntityModel entity, Object row, ToOneAttribute attribute, Reference write, boolean created) {
        int refusals = attempt.refusalCount();
        Object target = target(entity, attribute, write, created);
        if (refusals == attempt.refusalCount()) {
            point(entity, row, attribute.name(), target);
        }
    }

    /** A row that is in the database may leave an owner there, which matters if that owner is deleted before a flush. */
    void point(EntityModel entity, Object row, String reference, @Nullable Object target) {
        Object before = state.get(entity, row, reference);
        if (before != null && before != target) {
            attempt.moved();
        }
        state.set(entity, row, reference, target);
    }

    private @Nullable Object target(EntityModel entity, ToOneAttribute attribute, Reference write, boolean created) {
        if (write instanceof Connect connect) {
            boolean inserted =
                    InsertedParents.inserts(entity, attribute, connect.key().entity());
            return finder.reference(connect.key(), inserted);
        }
        if (write instanceof Create create) {
            return rows.create(create.row(), null);
        }
        if (write instanceof ConnectOrCreate either) {
            Object found = finder.find(either.key());
            return found != null ? found : rows.createAbsent(either.key(), either.row(), null);
        }
        if (!attribute.nullable()) {
            attempt.refuse(
                    write.path(),
                    attribute.name() + " cannot be null. "
                            + (created
                                    ? "A new " + entity.name() + " needs one"
                                    : "Leave the field out to keep its value"));
        }
        return null;
    }
}
