package dev.quipu.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entity.
 *
 * @param name the JPA entity name: {@code "OrderItem"}
 * @param entityName the name under which Hibernate knows it, the class name
 * @param hidden whether the API does not show it; see {@link Hidden}
 * @param immutable whether the API only reads it; see Hibernate's {@code @Immutable}
 * @param version the attribute of the optimistic lock, if there is one
 * @param deletedAt the attribute that holds the time of a soft deletion, if it is {@link SoftDeletable}
 * @param attributes all attributes but the hidden machinery of Hibernate, in the order of their declaration, id and version
 *     first
 * @param uniqueKeys the unique keys beside the id
 */
public record EntityModel(
        String name,
        String entityName,
        Class<?> javaType,
        String table,
        boolean hidden,
        boolean immutable,
        BasicAttribute id,
        @Nullable BasicAttribute version,
        @Nullable BasicAttribute deletedAt,
        Map<String, AttributeModel> attributes,
        List<UniqueKey> uniqueKeys) {

    public EntityModel {
        attributes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        uniqueKeys = List.copyOf(uniqueKeys);
    }

    /** The attribute of that name, or null. */
    public @Nullable AttributeModel attribute(String name) {
        return attributes.get(name);
    }

    /** Those of its attributes that have a column and are no reference, id and version included. */
    public Stream<BasicAttribute> basics() {
        return attributes.values().stream()
                .filter(BasicAttribute.class::isInstance)
                .map(BasicAttribute.class::cast);
    }

    /** Its references to one entity. */
    public Stream<ToOneAttribute> toOnes() {
        return attributes.values().stream()
                .filter(ToOneAttribute.class::isInstance)
                .map(ToOneAttribute.class::cast);
    }

    /** Its collections of entities. */
    public Stream<ToManyAttribute> toManys() {
        return attributes.values().stream()
                .filter(ToManyAttribute.class::isInstance)
                .map(ToManyAttribute.class::cast);
    }

    public boolean softDeletable() {
        return deletedAt != null;
    }
}
