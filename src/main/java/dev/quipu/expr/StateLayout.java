package dev.quipu.expr;

import org.hibernate.persister.entity.EntityPersister;

/** Where an entity's state array holds what: attributes where Hibernate has them, then the id. */
public final class StateLayout {

    private StateLayout() {}

    /** The number of elements. */
    public static int length(EntityPersister entity) {
        return entity.getPropertyNames().length + 1;
    }

    /** The position of the id. */
    public static int idPosition(EntityPersister entity) {
        return entity.getPropertyNames().length;
    }

    /** The position of an attribute, the id included. */
    public static int position(EntityPersister entity, String attribute) {
        return attribute.equals(entity.getIdentifierPropertyName())
                ? idPosition(entity)
                : entity.getPropertyIndex(attribute);
    }
}
