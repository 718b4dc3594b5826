package dev.quipu.db;

import java.util.List;
import org.hibernate.boot.ResourceStreamLocator;
import org.hibernate.boot.spi.AdditionalMappingContributions;
import org.hibernate.boot.spi.AdditionalMappingContributor;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;
import org.hibernate.type.BasicTypeReference;
import org.hibernate.type.StandardBasicTypes;

/**
 * Adds to the mapping the table of the answers that are kept under idempotency keys. It is no entity, so that neither the API nor
 * the rules see it.
 */
public final class IdempotencyTable implements AdditionalMappingContributor {

    @Override
    public void contribute(
            AdditionalMappingContributions contributions,
            InFlightMetadataCollector metadata,
            ResourceStreamLocator resources,
            MetadataBuildingContext context) {
        Table table = metadata.addTable(null, null, "quipu_idempotency", null, false, context);
        Column caller = text("caller", "varchar(255)", false, table, context);
        Column key = text("key", "varchar(255)", false, table, context);
        text("request", "varchar(64)", false, table, context);
        text("data", "text", true, table, context);
        text("rules", "text", true, table, context);
        Column createdAt = column("created_at", "timestamp(6) with time zone", false);
        createdAt.setDefaultValue("now()");
        add(createdAt, StandardBasicTypes.INSTANT, table, context);
        PrimaryKey primaryKey = new PrimaryKey(table);
        primaryKey.addColumn(caller);
        primaryKey.addColumn(key);
        table.setPrimaryKey(primaryKey);
        new TableIndex(table, List.of(createdAt)).addIfMissing(context);
    }

    private static Column text(
            String name, String type, boolean nullable, Table table, MetadataBuildingContext context) {
        Column column = column(name, type, nullable);
        add(column, StandardBasicTypes.STRING, table, context);
        return column;
    }

    private static Column column(String name, String type, boolean nullable) {
        Column column = new Column(name);
        column.setSqlType(type);
        column.setNullable(nullable);
        return column;
    }

    /** Hibernate prints no column without a value. */
    private static void add(Column column, BasicTypeReference<?> type, Table table, MetadataBuildingContext context) {
        BasicValue value = new BasicValue(context, table);
        value.setTypeName(type.getName());
        value.addColumn(column);
        value.resolve();
        table.addColumn(column);
    }
}
