package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.hibernate.query.QueryFlushMode;

/**
 * Removes what goes along with many rows that are to be removed. Hibernate's cascade would do it row by row: load a few collections at a
 * time, and end a batch with each row's elements.
 */
final class CascadedRows {

    private final Attempt attempt;
    private final RowState state;

    CascadedRows(Attempt attempt, RowState state) {
        this.attempt = attempt;
        this.state = state;
    }

    /** Soft-deletable rows are left to the cascade, which knows how they fall. */
    void remove(EntityModel entity, Collection<?> rows) {
        if (rows.size() > 1) {
            entity.toManys()
                    .filter(ToManyAttribute::removeCascades)
                    .filter(collection ->
                            !attempt.model().entity(collection.target()).softDeletable())
                    .forEach(collection -> remove(entity, collection, rows));
        }
    }

    private void remove(EntityModel entity, ToManyAttribute collection, Collection<?> rows) {
        String hql = "select r from " + entity.entityName() + " r left join fetch r." + collection.name() + " where r."
                + entity.id().name() + " in (:ids)";
        List<?> owners = attempt.session()
                .createSelectionQuery(hql, entity.javaType())
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameterList(
                        "ids",
                        rows.stream().map(row -> state.storedId(entity, row)).toList())
                .getResultList();
        List<Object> elements = owners.stream()
                .map(owner -> state.loadedCollection(entity, owner, collection.name()))
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .toList();
        remove(attempt.model().entity(collection.target()), elements);
        elements.forEach(attempt.session()::remove);
    }
}
