package dev.quipu.model;

import org.hibernate.MappingException;
import org.hibernate.binder.TypeBinder;
import org.hibernate.boot.model.internal.OptionalDeterminationSecondPass;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.spi.ExecuteUpdateResultCheckStyle;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;

/**
 * Maps {@link SoftDeletable} onto what Hibernate has: a restriction of every query and relation, and an UPDATE in the place of
 * the DELETE. Hibernate's own {@code @SoftDelete} hides the column from the entity and forbids lazy references to it.
 */
public final class SoftDeletableBinder implements TypeBinder<SoftDeletable> {

    /** The attribute that holds the time of deletion. */
    static final String DELETED_AT = "deletedAt";

    @Override
    public void bind(SoftDeletable annotation, MetadataBuildingContext context, PersistentClass entity) {
        InFlightMetadataCollector collector = context.getMetadataCollector();
        // This kind of pass runs after all collections are bound. A plain one comes before or after them, as the order
        // of
        // the classes will have it, and would leave some unrestricted.
        collector.addSecondPass((OptionalDeterminationSecondPass) entities -> restrict(entity, collector));
    }

    @Override
    public void bind(SoftDeletable annotation, MetadataBuildingContext context, Component embeddable) {
        throw new MappingException("MODEL-201 " + embeddable.getComponentClassName()
                + ": @SoftDeletable stands on an embeddable, which has no row of its own. Move it to the entity.");
    }

    private static void restrict(PersistentClass entity, InFlightMetadataCollector collector) {
        Dialect dialect = collector.getDatabase().getDialect();
        String deletedAt = column(deletedAt(entity), dialect);
        String alive = deletedAt + " is null";
        ((RootClass) entity).setWhere(alive);
        entity.setCustomSQLDelete(deletion(entity, deletedAt, dialect), false, ExecuteUpdateResultCheckStyle.COUNT);
        for (Collection collection : collector.getCollectionBindings()) {
            if (collection.getElement() instanceof OneToMany element
                    && element.getReferencedEntityName().equals(entity.getEntityName())) {
                collection.setWhere(alive);
            }
        }
    }

    private static Property deletedAt(PersistentClass entity) {
        if (entity.hasProperty(DELETED_AT)) {
            return entity.getProperty(DELETED_AT);
        }
        throw new MappingException("MODEL-202 " + entity.getClassName()
                + ": @SoftDeletable needs the attribute `public Instant deletedAt;`, which is not there. Add it.");
    }

    private static String deletion(PersistentClass entity, String deletedAt, Dialect dialect) {
        String update =
                "update " + entity.getTable().getQuotedName(dialect) + " set " + deletedAt + " = current_timestamp";
        String condition = " where " + column(entity.getIdentifierProperty(), dialect) + " = ?";
        // the second of two deletions finds nothing, as it would if the row were gone, and leaves the time as it is
        String living = " and " + deletedAt + " is null";
        if (!entity.isVersioned()) {
            return update + condition + living;
        }
        String version = column(entity.getVersion(), dialect);
        return update + ", " + version + " = " + version + " + 1" + condition + " and " + version + " = ?" + living;
    }

    private static String column(Property attribute, Dialect dialect) {
        return ((Column) attribute.getSelectables().get(0)).getQuotedName(dialect);
    }
}
