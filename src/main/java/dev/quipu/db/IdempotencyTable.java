package dev.quipu.db;

import java.util.List;
import org.hibernate.boot.ResourceStreamLocator;
import org.hibernate.boot.spi.AdditionalMappingContributions;
import org.hibernate.boot.spi.AdditionalMappingContributor;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.Column;
import org.hibernate.type.StandardBasicTypes;

/** Adds to the mapping the table of the answers that are kept under idempotency keys. */
public final class IdempotencyTable implements AdditionalMappingContributor {

    @Override
    public void contribute(
            AdditionalMappingContributions contributions,
            InFlightMetadataCollector metadata,
            ResourceStreamLocator resources,
            MetadataBuildingContext context) {
        PlainTable table = PlainTable.named("quipu_idempotency", metadata, context);
        Column caller = table.column("caller", "varchar(255)", false, StandardBasicTypes.STRING);
        Column key = table.column("key", "varchar(255)", false, StandardBasicTypes.STRING);
        table.column("request", "varchar(64)", false, StandardBasicTypes.STRING);
        table.column("data", "text", true, StandardBasicTypes.STRING);
        table.column("rules", "text", true, StandardBasicTypes.STRING);
        Column createdAt = table.column("created_at", "timestamp(6) with time zone", false, StandardBasicTypes.INSTANT);
        createdAt.setDefaultValue("now()");
        table.primaryKey(caller, key);
        new TableIndex(table.table(), List.of(createdAt)).addIfMissing(context);
    }
}
