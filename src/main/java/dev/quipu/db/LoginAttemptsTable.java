package dev.quipu.db;

import java.util.List;
import org.hibernate.boot.ResourceStreamLocator;
import org.hibernate.boot.spi.AdditionalMappingContributions;
import org.hibernate.boot.spi.AdditionalMappingContributor;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.Column;
import org.hibernate.type.StandardBasicTypes;

/** Adds to the mapping the table of the attempts to log in, as Bucket4j wants it. */
public final class LoginAttemptsTable implements AdditionalMappingContributor {

    @Override
    public void contribute(
            AdditionalMappingContributions contributions,
            InFlightMetadataCollector metadata,
            ResourceStreamLocator resources,
            MetadataBuildingContext context) {
        PlainTable table = PlainTable.named("quipu_login_attempts", metadata, context);
        Column id = table.column("id", "varchar(64)", false, StandardBasicTypes.STRING);
        table.column("state", "bytea", true, StandardBasicTypes.BINARY);
        Column expiresAt = table.column("expires_at", "bigint", true, StandardBasicTypes.LONG);
        table.primaryKey(id);
        new TableIndex(table.table(), List.of(expiresAt)).addIfMissing(context);
    }
}
