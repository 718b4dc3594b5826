package dev.quipu.db;

import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;
import org.hibernate.type.BasicTypeReference;

/**
 * A table of the framework's own. It belongs to the mapping, so that the changelog is checked against it, and is no entity, so that
 * neither the API nor the rules see it.
 */
record PlainTable(Table table, MetadataBuildingContext context) {

    static PlainTable named(String name, InFlightMetadataCollector metadata, MetadataBuildingContext context) {
        return new PlainTable(metadata.addTable(null, null, name, null, false, context), context);
    }

    Column column(String name, String sqlType, boolean nullable, BasicTypeReference<?> type) {
        Column column = new Column(name);
        column.setSqlType(sqlType);
        column.setNullable(nullable);
        BasicValue value = new BasicValue(context, table); // Hibernate prints no column without a value
        value.setTypeName(type.getName());
        value.addColumn(column);
        value.resolve();
        table.addColumn(column);
        return column;
    }

    void primaryKey(Column... columns) {
        PrimaryKey key = new PrimaryKey(table);
        for (Column column : columns) {
            key.addColumn(column);
        }
        table.setPrimaryKey(key);
    }
}
