package dev.quipu.model;

import org.jspecify.annotations.Nullable;

/**
 * A reference to one entity, held in a foreign key of this entity's table.
 *
 * @param position where Hibernate keeps it in an entity's state array
 * @param target the name of the referenced entity
 * @param column the foreign key's column
 * @param stamp how it is stamped, if it is
 */
public record ToOneAttribute(
        String name,
        boolean hidden,
        int position,
        String target,
        String column,
        boolean nullable,
        @Nullable Stamp stamp)
        implements AttributeModel {}
