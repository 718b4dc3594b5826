package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.mutation.BrokenConstraint.Kind;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
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
        Set<EntityModel> dependants = dependants(removed.entity());
        if (dependants.contains(referring)) {
            return removed.is(referredId);
        }
        Set<EntityModel> all = new HashSet<>(dependants);
        while (all.addAll(
                all.stream().flatMap(entity -> dependants(entity).stream()).collect(Collectors.toSet()))) {
            // until nothing more goes with them
        }
        return all.contains(referring);
    }

    /** The entities whose rows are deleted with a row of that one. */
    private Set<EntityModel> dependants(EntityModel entity) {
        return entity.toManys()
                .filter(ToManyAttribute::removeCascades)
                .map(collection -> model.entity(collection.target()))
                .collect(Collectors.toSet());
    }
}
