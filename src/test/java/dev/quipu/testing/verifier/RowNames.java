package dev.quipu.testing.verifier;

import dev.quipu.rule.engine.RulePlan;
import dev.quipu.testing.verifier.Contents.RowName;
import java.util.function.Supplier;
import org.hibernate.Hibernate;
import org.hibernate.SessionFactory;

/** Which row an entity, or the change that inserts it, stands for. */
record RowNames(SessionFactory sessionFactory) {

    /** @param row an entity, an {@code insert(..)}, or a supplier of an entity */
    RowName of(Object row) {
        Object entity = row;
        if (row instanceof Change.Insert<?> insert) {
            entity = insert.entity();
        } else if (row instanceof Supplier<?> supplier) {
            entity = supplier.get();
        }
        String entityName = RulePlan.of(sessionFactory)
                .entity(Hibernate.getClass(entity).getName())
                .name();
        Object id = sessionFactory.getPersistenceUnitUtil().getIdentifier(entity);
        return new RowName(entityName, String.valueOf(id));
    }
}
