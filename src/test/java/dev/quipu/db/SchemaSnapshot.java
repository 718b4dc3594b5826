package dev.quipu.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TreeSet;

/** All that one schema of a database holds, but for the tables of Liquibase: one line each, in alphabetical order. */
public final class SchemaSnapshot {

    private static final String COLUMNS = """
            select 'column ' || t.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                || case when a.attnotnull then ' not null' else '' end
                || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                || case a.attidentity when '' then '' else ' identity' end
            from pg_attribute a
            join pg_class t on t.oid = a.attrelid and t.relkind in ('r', 'p', 'v', 'm')
            left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
            where t.relnamespace = current_schema::regnamespace and a.attnum > 0 and not a.attisdropped
            """;

    /** Without the NOT NULL constraints, which the columns show; they have names from PostgreSQL 18 on only. */
    private static final String CONSTRAINTS = """
            select 'constraint ' || t.relname || '.' || c.conname || ' ' || pg_get_constraintdef(c.oid)
            from pg_constraint c
            join pg_class t on t.oid = c.conrelid
            where t.relnamespace = current_schema::regnamespace and c.contype <> 'n'
            """;

    private static final String INDEXES = """
            select replace(indexdef, ' ON ' || quote_ident(current_schema) || '.', ' ON ')
            from pg_indexes
            where schemaname = current_schema
            """;

    private static final String SEQUENCES = """
            select 'sequence ' || sequencename || ' ' || data_type || ' start ' || start_value || ' increment ' || increment_by
                || ' from ' || min_value || ' to ' || max_value || case when cycle then ' cycle' else '' end
            from pg_sequences
            where schemaname = current_schema
            """;

    private SchemaSnapshot() {}

    /** Reads the connection's current schema. */
    public static TreeSet<String> of(Connection connection) throws SQLException {
        TreeSet<String> lines = new TreeSet<>();
        String query = String.join(" union all ", COLUMNS, CONSTRAINTS, INDEXES, SEQUENCES);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        lines.removeIf(line -> line.contains("databasechangelog"));
        return lines;
    }
}
