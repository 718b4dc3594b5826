package dev.quipu.mutation;

import static dev.quipu.security.Right.Fixed.ALWAYS;

import dev.quipu.change.SoftDeletion;
import dev.quipu.model.EntityModel;
import dev.quipu.mutation.Command.Restore;
import dev.quipu.query.Condition;
import dev.quipu.query.Operator;
import dev.quipu.query.RowSearch;
import dev.quipu.rule.ParentMissingException;
import dev.quipu.security.Access;
import dev.quipu.security.Action;
import java.util.List;
import java.util.Objects;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Brings deleted rows back. Whether somebody may do that with a row shows when it is back; until then nothing is said of it. */
final class RowRestorer {

    private final Attempt attempt;
    private final RowFinder finder;

    RowRestorer(Attempt attempt, RowFinder finder) {
        this.attempt = attempt;
        this.finder = finder;
    }

    /** The row; null if it is not there, which is refused, or if the operation is refused already. */
    @Nullable
    Object restore(Restore command) {
        EntityModel entity = command.entity();
        if (!attempt.judgement().possible(Action.RESTORE, entity, command.path())) {
            return null;
        }
        finder.forget();
        attempt.flush();
        boolean refused = attempt.refusalCount() > 0; // then nothing is flushed any more
        if (!dependsOnRow(entity)) {
            Object id = id(command);
            return required(
                    command,
                    refused
                            ? SoftDeletion.find(attempt.session(), entity, id)
                            : SoftDeletion.restore(attempt.session(), entity, id));
        }
        return refused ? null : required(command, granted(command));
    }

    private boolean dependsOnRow(EntityModel entity) {
        Access access = attempt.access();
        return access.rows(entity, Action.RESTORE) != ALWAYS || access.rows(entity, Action.READ) != ALWAYS;
    }

    private @Nullable Object granted(Restore command) {
        EntityModel entity = command.entity();
        Object id = id(command);
        try {
            Object row = SoftDeletion.restore(attempt.session(), entity, id);
            Condition granted = new Condition.And(List.of(
                    new Condition.Compare(entity.id(), Operator.EQ, id),
                    new Condition.Granted(entity, Action.RESTORE, List.of())));
            boolean seen =
                    row != null && new RowSearch(attempt.session(), entity, granted, attempt.access()).count() > 0;
            return seen ? row : null;
        } catch (ParentMissingException | ConstraintViolationException e) {
            finder.refuse(command.key(), missing(command)); // what is in its way would tell that it is there
            attempt.stopIfRefused();
            throw e;
        }
    }

    private @Nullable Object required(Restore command, @Nullable Object row) {
        if (row == null) {
            finder.refuse(command.key(), missing(command));
        }
        return row;
    }

    private static String missing(Restore command) {
        return "There is no deleted " + command.key();
    }

    private static Object id(Restore command) {
        return Objects.requireNonNull(command.key().id(), "rows are restored by their id");
    }
}
