package dev.quipu.db;

import static java.util.stream.Collectors.joining;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitConstraintNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.spi.MetadataBuildingContext;

/**
 * Names keys, foreign keys and indexes as PostgreSQL does when nobody names them: {@code users_email_key}. So the changelog need
 * not name them either, and an error of the database names its columns.
 */
public final class ConstraintNames extends ImplicitNamingStrategyJpaCompliantImpl {

    private static final int LONGEST = 63;

    @Override
    protected String generateConstraintNameString(ImplicitConstraintNameSource source) {
        String name = source.getTableName().getText() + "_" + columns(source) + "_" + suffix(source.kind());
        return name.length() <= LONGEST ? name : super.generateConstraintNameString(source);
    }

    private static String columns(ImplicitConstraintNameSource source) {
        return source.getColumnNames().stream()
                .map(column -> physicalName(column, source.getBuildingContext()))
                .collect(joining("_"));
    }

    /** For constraints over several columns Hibernate hands out the names before the naming strategy. */
    private static String physicalName(Identifier column, MetadataBuildingContext context) {
        PhysicalNamingStrategy names = context.getBuildingOptions().getPhysicalNamingStrategy();
        return names.toPhysicalColumnName(
                        column, context.getMetadataCollector().getDatabase().getJdbcEnvironment())
                .getText();
    }

    private static String suffix(ImplicitConstraintNameSource.Kind kind) {
        return switch (kind) {
            case UNIQUE_KEY -> "key";
            case FOREIGN_KEY -> "fkey";
            case INDEX -> "idx";
        };
    }
}
