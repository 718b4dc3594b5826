package dev.quipu.model;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.MappingException;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Reads one entity's mapping. */
final class EntityReader {

    private final MappingMetamodel metamodel;

    EntityReader(MappingMetamodel metamodel) {
        this.metamodel = metamodel;
    }

    EntityModel read(PersistentClass mapping) {
        EntityPersister persister = metamodel.getEntityDescriptor(mapping.getEntityName());
        Class<?> javaType = mapping.getMappedClass();
        AttributeReader attributes = new AttributeReader(javaType, persister);
        if (!(attributes.read(mapping.getIdentifierProperty()) instanceof BasicAttribute id)) {
            throw new MappingException("MODEL-203 " + mapping.getClassName()
                    + ": its id is not one column. Give it one, as PanacheEntity does, and a unique key beside it.");
        }
        BasicAttribute version = mapping.isVersioned() ? (BasicAttribute) attributes.read(mapping.getVersion()) : null;

        Map<String, AttributeModel> all = new LinkedHashMap<>();
        all.put(id.name(), id);
        if (version != null) {
            all.put(version.name(), version);
        }
        for (Property property : inOrderOfDeclaration(mapping, javaType)) {
            AttributeModel attribute = attributes.read(property);
            if (attribute != null) {
                all.putIfAbsent(attribute.name(), attribute);
            }
        }
        return new EntityModel(
                mapping.getJpaEntityName(),
                mapping.getEntityName(),
                javaType,
                mapping.getTable().getName(),
                javaType.isAnnotationPresent(Hidden.class),
                !mapping.isMutable(),
                id,
                version,
                deletedAt(javaType, all),
                all,
                uniqueKeys(mapping, all));
    }

    private static @Nullable BasicAttribute deletedAt(Class<?> javaType, Map<String, AttributeModel> attributes) {
        return javaType.isAnnotationPresent(SoftDeletable.class)
                ? (BasicAttribute) attributes.get(SoftDeletableBinder.DELETED_AT)
                : null;
    }

    private static List<Property> inOrderOfDeclaration(PersistentClass mapping, Class<?> javaType) {
        List<Property> ordered = new ArrayList<>();
        for (String name : declaredNames(javaType).toList()) {
            if (mapping.hasProperty(name)) {
                ordered.add(mapping.getProperty(name));
            }
        }
        for (Property property : mapping.getPropertyClosure()) {
            if (!ordered.contains(property) && !property.isSynthetic()) {
                ordered.add(property);
            }
        }
        return ordered;
    }

    /** Hibernate sorts attributes by name; a reader of the API expects the order of the source. */
    private static Stream<String> declaredNames(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        Stream<String> own = Stream.of(type.getDeclaredFields()).map(Field::getName);
        return parent == null ? own : Stream.concat(declaredNames(parent), own);
    }

    private static List<UniqueKey> uniqueKeys(PersistentClass mapping, Map<String, AttributeModel> attributes) {
        Map<String, String> attributeByColumn = new LinkedHashMap<>();
        for (AttributeModel attribute : attributes.values()) {
            if (attribute instanceof BasicAttribute basic) {
                attributeByColumn.put(basic.column(), basic.name());
            } else if (attribute instanceof ToOneAttribute toOne) {
                attributeByColumn.put(toOne.column(), toOne.name());
            }
        }
        return uniqueColumns(mapping.getTable())
                .map(columns -> columns.stream().map(attributeByColumn::get).toList())
                .filter(names -> !names.contains(null))
                .map(UniqueKey::new)
                .toList();
    }

    /**
     * Hibernate makes a key of a column's {@code unique = true} only when it exports the schema; the keys of a soft-deletable entity
     * are indexes.
     */
    private static Stream<List<String>> uniqueColumns(Table table) {
        Stream<List<String>> alone =
                table.getColumns().stream().filter(Column::isUnique).map(column -> List.of(column.getName()));
        Stream<List<String>> together = table.getUniqueKeys().values().stream()
                .map(key -> key.getColumns().stream().map(Column::getName).toList());
        Stream<List<String>> amongLiving = table.getIndexes().values().stream()
                .filter(Index::isUnique)
                .map(index ->
                        index.getSelectables().stream().map(Selectable::getText).toList());
        return Stream.of(alone, together, amongLiving).flatMap(keys -> keys).distinct();
    }
}
