package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.mutation.BrokenConstraint.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Rows that another transaction added to a row while an operation was deleting it with all that depends on it: the foreign key
 * refuses the deletion, and the next attempt deletes them too.
 */
record Newcomers(Model model) {

    boolean inTheWayOf(Attempt attempt, RuntimeException failure) {
        BrokenConstraint broken = BrokenConstraint.behind(failure);
        if (broken == null || broken.kind() != Kind.REFERENCE) {
            return false;
        }
        EntityModel referring = referring(broken);
        return referring != null
                && attempt.removed().stream().anyMatch(removed -> deletes(removed, referring, broken.value(0)));
    }

    /** The entity whose rows still refer to a row that was to be deleted; softly deleted ones no attempt would find. */
    private @Nullable EntityModel referring(BrokenConstraint broken) {
        return model.entities().stream()
                .filter(entity -> entity.table().equals(broken.table()))
                .filter(entity -> !entity.softDeletable() && broken.reference(entity) == null)
                .findFirst()
                .orElse(null);
    }

    /** Whether the rows that are in the way go with the row that is to be deleted, or with others that go with it. */
    private boolean deletes(RemovedRow removed, EntityModel referring, String referredId) {
        Dependants dependants = new Dependants(model);
        return dependants.of(removed.entity()).contains(referring)
                ? removed.is(referredId)
                : dependants.all(removed.entity()).contains(referring);
    }
}
