package dev.quipu.mutation;

import dev.quipu.rule.ParentMissingException;
import java.util.Objects;
import org.hibernate.ObjectNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were there when an operation looked, and that another transaction deleted before the operation could refer to them. The next
 * attempt finds them missing, and makes them if it was told to.
 */
record VanishedRows(Attempt attempt) {

    private record Target(String entity, String id) {}

    boolean behind(RuntimeException failure) {
        if (attempt.found().isEmpty()) {
            return false;
        }
        Target target = target(failure);
        RowState state = new RowState(attempt.session());
        return target != null
                && attempt.found().stream()
                        .filter(found -> found.entity().name().equals(target.entity()))
                        .filter(found -> attempt.session().contains(found.row())) // or this operation has removed it
                        .anyMatch(found -> target.id()
                                .equals(state.storedId(found.entity(), found.row())
                                        .toString()));
    }

    /** The row that is referred to and missing. */
    private @Nullable Target target(RuntimeException failure) {
        ParentMissingException parent = Causes.find(failure, ParentMissingException.class);
        if (parent != null) {
            return new Target(parent.parent(), parent.parentId().toString());
        }
        ObjectNotFoundException missing = Causes.find(failure, ObjectNotFoundException.class);
        if (missing != null) {
            return attempt.model().entities().stream()
                    .filter(entity -> entity.entityName().equals(missing.getEntityName()))
                    .findFirst()
                    .map(entity -> new Target(entity.name(), String.valueOf(missing.getIdentifier())))
                    .orElse(null);
        }
        BrokenConstraint broken = BrokenConstraint.behind(failure);
        if (broken == null || broken.kind() != BrokenConstraint.Kind.REFERENCE) {
            return null;
        }
        return attempt.model().entities().stream()
                .filter(entity -> entity.table().equals(broken.table()))
                .map(broken::reference)
                .filter(Objects::nonNull)
                .findFirst()
                .map(reference -> new Target(reference.target(), broken.value(0)))
                .orElse(null);
    }
}
