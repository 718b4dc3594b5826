package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.query.Condition;
import dev.quipu.query.Operator;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes rows, and what depends on them by cascade. */
final class RowRemover {

    private final Attempt attempt;
    private final RowState state;
    private final RowFinder finder;
    private final CascadedRows cascaded;

    RowRemover(Attempt attempt, RowState state, RowFinder finder) {
        this.attempt = attempt;
        this.state = state;
        this.finder = finder;
        this.cascaded = new CascadedRows(attempt, state);
    }

    /**
     * Removes the row and gives its id; null, and refused, if it is not there. What another part of the operation has removed is gone,
     * as was asked; that is no fault.
     */
    @Nullable
    Object remove(RowTarget target) {
        Object removed = finder.removedHere(target.key());
        if (removed != null) {
            return finder.isAsSeen(target, removed) ? target.key().id() : null;
        }
        Object row = finder.require(target);
        if (row == null) {
            return null;
        }
        EntityModel entity = target.key().entity();
        remove(entity, row, target.key().path());
        return state.storedId(entity, row);
    }

    /**
     * Removes rows of one entity.
     *
     * @param path where the request says so
     */
    void removeAll(EntityModel entity, Collection<?> rows, InputPath path) {
        if (!entity.softDeletable()) {
            cascaded.remove(entity, rows);
        }
        rows.forEach(row -> removeLocked(entity, row, path)); // a filter has found them, which locks
    }

    /** @param path where the request says so */
    void remove(EntityModel entity, Object row, InputPath path) {
        if (attempt.judgement().judgesDeletion(entity, row)) {
            lock(entity, row);
        }
        removeLocked(entity, row, path);
    }

    /** What is deleted cannot be judged afterwards: so from before it is judged nobody changes it, nor what its sums go into. */
    private void lock(EntityModel entity, Object row) {
        Condition same = new Condition.Compare(entity.id(), Operator.EQ, state.storedId(entity, row));
        MatchingRows.lock(attempt, entity, same, 1);
    }

    private void removeLocked(EntityModel entity, Object row, InputPath path) {
        attempt.judgement().delete(entity, row, path);
        judgeWhatGoes(entity);
        flushMoves(entity);
        leaveCollections(entity, row);
        UniqueKeys.attributes(entity).forEach(attribute -> attempt.givenUp()
                .add(entity, attribute, state.get(entity, row, attribute.name())));
        attempt.removed(new RemovedRow(attempt.place(path), entity, state.storedId(entity, row), row));
        attempt.session().remove(row);
    }

    /**
     * What was written before it is removed is judged as well: other rows may have been written by the right that it gave. Nobody could
     * judge it afterwards.
     */
    private void judgeWhatGoes(EntityModel entity) {
        Set<EntityModel> going = new HashSet<>(new Dependants(attempt.model()).all(entity));
        going.add(entity);
        if (attempt.judgement().awaits(going)) {
            attempt.flush();
        }
    }

    /** A cascade loads the elements from the database; those that moved away must have left there by then. */
    private void flushMoves(EntityModel entity) {
        boolean cascades = entity.toManys().anyMatch(ToManyAttribute::removeCascades);
        if (cascades && attempt.takeMoved()) {
            attempt.flush();
        }
    }

    /** Hibernate saves again what it finds in a collection that cascades. */
    private void leaveCollections(EntityModel entity, Object row) {
        entity.toOnes().forEach(reference -> {
            Object owner = state.get(entity, row, reference.name());
            if (owner == null) {
                return;
            }
            EntityModel ownerEntity = attempt.model().entity(reference.target());
            ownerEntity
                    .toManys()
                    .filter(collection -> collection.target().equals(entity.name()))
                    .filter(collection -> collection.mappedBy().equals(reference.name()))
                    .map(collection -> state.loadedCollection(ownerEntity, owner, collection.name()))
                    .forEach(collection -> discard(collection, row));
        });
    }

    private static void discard(@Nullable Collection<Object> collection, Object row) {
        if (collection != null) {
            collection.remove(row);
        }
    }
}
