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
 * Adds to the mapping the table of the attempts to log in, as Bucket4j wants it. It is no entity, as {@link IdempotencyTable} is none.
 */
public final class LoginAttemptsTable implements AdditionalMappingContributor {

    @Override
    public void contribute(
            AdditionalMappingContributions contributions,
            InFlightMetadataCollector metadata,
            ResourceStreamLocator resources,
            MetadataBuildingContext context) {
        Table table = metadata.addTable(null, null, "quipu_login_attempts", null, false, context);
        Column id = column("id", "varchar(64)", false, StandardBasicTypes.STRING, table, context);
        column("state", "bytea", true, StandardBasicTypes.BINARY, table, context);
        Column expiresAt = column("expires_at", "bigint", true, StandardBasicTypes.LONG, table, context);
        PrimaryKey primaryKey = new PrimaryKey(table);
        primaryKey.addColumn(id);
        table.setPrimaryKey(primaryKey);
        new TableIndex(table, List.of(expiresAt)).addIfMissing(context);
    }

    /** With a value, since Hibernate prints no column without one. */
    private static Column column(
            String name,
            String sqlType,
            boolean nullable,
            BasicTypeReference<?> type,
            Table table,
            MetadataBuildingContext context) {
        Column column = new Column(name);
        column.setSqlType(sqlType);
        column.setNullable(nullable);
        BasicValue value = new BasicValue(context, table);
        value.setTypeName(type.getName());
        value.addColumn(column);
        value.resolve();
        table.addColumn(column);
        return column;
    }
}
