package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        rows.forEach(row -> remove(entity, row, path));
    }

    /** @param path where the request says so */
    void remove(EntityModel entity, Object row, InputPath path) {
        attempt.permissions().delete(entity, row, path);
        judgeWhatRemains(entity);
        flushMoves(entity);
        leaveCollections(entity, row);
        UniqueKeys.attributes(entity).forEach(attribute -> attempt.givenUp()
                .add(entity, attribute, state.get(entity, row, attribute.name())));
        attempt.removed(new RemovedRow(attempt.place(path), entity, state.storedId(entity, row), row));
        attempt.session().remove(row);
    }

    /** What is softly deleted stays as it was written, but nobody could judge it afterwards. */
    private void judgeWhatRemains(EntityModel entity) {
        Set<EntityModel> remaining = Stream.concat(
                        Stream.of(entity), new Dependants(attempt.model()).all(entity).stream())
                .filter(EntityModel::softDeletable)
                .collect(Collectors.toSet());
        if (attempt.permissions().awaits(remaining)) {
            attempt.flush();
            if (attempt.refusalCount() == 0) {
                attempt.permissions().judgeAfter();
            }
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
