package dev.quipu.change;

import dev.quipu.model.SoftDeletable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.NativeQuery;
import org.hibernate.query.QueryFlushMode;

/** The table of a soft-deletable entity, its deleted rows included, which Hibernate leaves out of all that it reads itself. */
record SoftTable(EntityPersister persister) {

    private static final String DELETED_AT = "deletedAt";

    static boolean isOf(EntityPersister persister) {
        return persister.getMappedClass().isAnnotationPresent(SoftDeletable.class);
    }

    String entityName() {
        return persister.getEntityName();
    }

    String name() {
        return persister.getIdentifierTableName();
    }

    String id() {
        return persister.getIdentifierColumnNames()[0];
    }

    String deletedAt() {
        return Cascade.column(persister, DELETED_AT);
    }

    int deletedAtPosition() {
        return persister.getPropertyIndex(DELETED_AT);
    }

    /** The ids of the rows, under the alias {@code c}, that meet a condition, in order. */
    List<?> ids(Session session, String condition, Map<String, ?> parameters) {
        NativeQuery<?> query = session.createNativeQuery(
                        "select c." + id() + " as id from " + name() + " c where " + condition + " order by c." + id(),
                        Object.class)
                .addScalar("id", persister.getIdentifierType().getReturnedClass());
        return parameterized(query, parameters).getResultList();
    }

    /** Entities for those rows, in the order of their ids. */
    List<?> load(Session session, Collection<?> ids) {
        NativeQuery<?> query = session.createNativeQuery(
                "select c.* from " + name() + " c where c." + id() + " in (:ids) order by c." + id(),
                persister.getMappedClass());
        // a row that another one refers to may be in the session as a proxy
        return parameterized(query, Map.of("ids", ids)).getResultList().stream()
                .map(Hibernate::unproxy)
                .toList();
    }

    static <T> NativeQuery<T> parameterized(NativeQuery<T> query, Map<String, ?> parameters) {
        query.setQueryFlushMode(QueryFlushMode.NO_FLUSH);
        parameters.forEach((name, value) -> {
            if (value instanceof Collection<?> values) {
                query.setParameterList(name, values);
            } else {
                query.setParameter(name, value);
            }
        });
        return query;
    }
}
