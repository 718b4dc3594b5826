package dev.quipu.db;

import dev.quipu.model.SoftDeletable;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Turns the unique columns and constraints of soft-deletable entities into unique indexes over the rows that are not deleted: a name
 * is free again when its owner is deleted. The index has the name that the constraint would have.
 */
final class LivingKeys {

    private LivingKeys() {}

    static void makePartial(InFlightMetadataCollector metadata) {
        for (PersistentClass entity : metadata.getEntityBindingMap().values()) {
            String living = entity.getMappedClass().isAnnotationPresent(SoftDeletable.class) ? living(entity) : null;
            if (living != null) {
                makePartial(entity.getTable(), "where " + living);
            }
        }
    }

    /** The condition that the mapping of {@link SoftDeletable} puts on every query. */
    private static @Nullable String living(PersistentClass entity) {
        return entity instanceof RootClass root ? root.getWhere() : null;
    }

    private static void makePartial(Table table, String living) {
        for (Column column : table.getColumns()) {
            if (column.isUnique()) {
                column.setUnique(false);
                add(table, column.getUniqueKeyName(), List.of(column), living);
            }
        }
        for (UniqueKey key : new ArrayList<>(table.getUniqueKeys().values())) {
            remove(table, key);
            add(table, key.getName(), key.getColumns(), living);
        }
    }

    /** A table forgets a key that equals its primary key; Hibernate offers no other way. */
    private static void remove(Table table, UniqueKey key) {
        PrimaryKey primaryKey = table.getPrimaryKey();
        PrimaryKey equal = new PrimaryKey(table);
        equal.getColumns().addAll(key.getColumns());
        table.setPrimaryKey(equal);
        table.setPrimaryKey(primaryKey);
    }

    private static void add(Table table, String name, List<Column> columns, String living) {
        Index index = table.getOrCreateIndex(name);
        index.setTable(table);
        index.setUnique(true);
        index.setOptions(living);
        columns.forEach(index::addColumn);
    }
}
