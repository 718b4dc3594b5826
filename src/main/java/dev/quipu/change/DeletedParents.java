package dev.quipu.change;

import dev.quipu.rule.ParentMissingException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.EntityType;
import org.hibernate.type.OneToOneType;
import org.hibernate.type.Type;

/** What rows that are to come back refer to: none of it may lie deleted, unless it comes back with them. */
final class DeletedParents {

    private final Session session;
    private final SoftTree returning;

    DeletedParents(Session session, SoftTree returning) {
        this.session = session;
        this.returning = returning;
    }

    /** @throws ParentMissingException for the first that does */
    void refuse() {
        returning.rows().forEach((table, ids) -> {
            Type[] types = table.persister().getPropertyTypes();
            for (int i = 0; i < types.length; i++) {
                if (types[i] instanceof EntityType reference && !(reference instanceof OneToOneType)) {
                    refuse(table, ids, table.persister().getPropertyNames()[i], reference);
                }
            }
        });
    }

    private void refuse(SoftTable child, Collection<Object> children, String attribute, EntityType reference) {
        EntityPersister target = child.persister()
                .getFactory()
                .getMappingMetamodel()
                .getEntityDescriptor(reference.getAssociatedEntityName());
        if (!SoftTable.isOf(target)) {
            return;
        }
        SoftTable parent = new SoftTable(target);
        Set<Object> alsoReturning = returning.rows().getOrDefault(parent, Set.of());
        for (Object[] found : parents(child, children, attribute, parent)) {
            if (Boolean.TRUE.equals(found[1]) && !alsoReturning.contains(found[0])) {
                throw new ParentMissingException(
                        child.persister().getImportedName(), attribute, target.getImportedName(), found[0]);
            }
        }
    }

    /** They are locked as rules lock them, so that nobody deletes them before their children are back. */
    private Collection<Object[]> parents(
            SoftTable child, Collection<Object> children, String attribute, SoftTable parent) {
        String sql = "select p." + parent.id() + " as id, p." + parent.deletedAt() + " is not null as deleted from "
                + parent.name() + " p where p." + parent.id() + " in (select c."
                + Cascade.column(child.persister(), attribute) + " from " + child.name() + " c where c." + child.id()
                + " in (:children)) order by p." + parent.id() + " for no key update";
        return SoftTable.parameterized(
                        session.createNativeQuery(sql, Object[].class)
                                .addScalar(
                                        "id",
                                        parent.persister().getIdentifierType().getReturnedClass())
                                .addScalar("deleted", Boolean.class),
                        Map.of("children", children))
                .getResultList();
    }
}
