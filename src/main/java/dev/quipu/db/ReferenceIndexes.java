package dev.quipu.db;

import dev.quipu.rule.MaxOf;
import dev.quipu.rule.MinOf;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.boot.ResourceStreamLocator;
import org.hibernate.boot.spi.AdditionalMappingContributions;
import org.hibernate.boot.spi.AdditionalMappingContributor;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the mapping the indexes that follow from it:
 *
 * <ol>
 *   <li>for each {@link MinOf} and {@link MaxOf} one over the reference and the value, in which the next extreme is found when
 *       the old one leaves;
 *   <li>for each foreign key one, in which reading or deleting a parent finds the children;
 *   <li>for each unique key of a soft-deletable entity one in its place: see {@link LivingKeys}.
 * </ol>
 */
public final class ReferenceIndexes implements AdditionalMappingContributor {

    @Override
    public void contribute(
            AdditionalMappingContributions contributions,
            InFlightMetadataCollector metadata,
            ResourceStreamLocator resources,
            MetadataBuildingContext context) {
        // Before all else: a key that becomes partial serves no foreign key any more.
        LivingKeys.makePartial(metadata);
        // The longer ones first: they serve the foreign keys with which they begin.
        Stream.concat(
                        metadata.getEntityBindingMap().values().stream().flatMap(ReferenceIndexes::ofExtremes),
                        metadata.collectTableMappings().stream().flatMap(ReferenceIndexes::ofForeignKeys))
                .forEach(index -> index.addIfMissing(context));
    }

    private static Stream<TableIndex> ofForeignKeys(Table table) {
        return table.getForeignKeyCollection().stream().map(key -> new TableIndex(table, key.getColumns()));
    }

    private static Stream<TableIndex> ofExtremes(PersistentClass entity) {
        return Stream.<Class<?>>iterate(entity.getMappedClass(), type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .flatMap(field -> Stream.ofNullable(extreme(field)))
                .flatMap(path -> Stream.ofNullable(index(entity, path)));
    }

    private static @Nullable String extreme(Field field) {
        if (field.isAnnotationPresent(MinOf.class)) {
            return field.getAnnotation(MinOf.class).value();
        }
        return field.isAnnotationPresent(MaxOf.class)
                ? field.getAnnotation(MaxOf.class).value()
                : null;
    }

    /** Null for a path that leads nowhere: the rules report it, with all else that is wrong. */
    private static @Nullable TableIndex index(PersistentClass entity, String path) {
        String[] step = path.split("\\.");
        if (step.length == 2
                && entity.hasProperty(step[0])
                && entity.getProperty(step[0]).getValue() instanceof Collection collection
                && collection.getElement() instanceof OneToMany elements
                && elements.getAssociatedClass().hasProperty(step[1])) {
            List<Column> columns = new ArrayList<>(collection.getKey().getColumns());
            columns.addAll(elements.getAssociatedClass().getProperty(step[1]).getColumns());
            return new TableIndex(collection.getCollectionTable(), columns);
        }
        return null;
    }
}
