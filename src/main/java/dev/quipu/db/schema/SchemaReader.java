package dev.quipu.db.schema;

import static java.util.Objects.requireNonNull;

import dev.quipu.db.schema.Column.Generation;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the current schema of a connection from PostgreSQL's catalog. Its search path should have no other. */
public final class SchemaReader {

    private static final String TABLES = """
            select quote_ident(relname), obj_description(oid, 'pg_class') from pg_class
            where relnamespace = current_schema::regnamespace and relkind in ('r', 'p')
                and relname not in ('databasechangelog', 'databasechangeloglock', 'quipu_auto_migrations')
            order by relname
            """;

    private static final String COLUMNS = """
            select quote_ident(t.relname), quote_ident(a.attname),
                format_type(a.atttypid, a.atttypmod)
                    || case when a.attcollation <> y.typcollation then ' collate ' || quote_ident(c.collname) else '' end,
                a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity::text || a.attgenerated::text,
                col_description(t.oid, a.attnum)
            from pg_attribute a
            join pg_class t on t.oid = a.attrelid and t.relkind in ('r', 'p')
            join pg_type y on y.oid = a.atttypid
            left join pg_collation c on c.oid = a.attcollation
            left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
            where t.relnamespace = current_schema::regnamespace and a.attnum > 0 and not a.attisdropped
            order by t.relname, a.attnum
            """;

    /** Without the NOT NULL constraints, which the columns show; they have names from PostgreSQL 18 on only. */
    private static final String CONSTRAINTS = """
            select quote_ident(t.relname), quote_ident(c.conname), c.contype, pg_get_constraintdef(c.oid)
            from pg_constraint c
            join pg_class t on t.oid = c.conrelid
            where t.relnamespace = current_schema::regnamespace and c.contype in ('p', 'u', 'x', 'c', 'f')
            order by t.relname, c.conname
            """;

    private static final String INDEXES = """
            select quote_ident(t.relname), quote_ident(r.relname), i.indisunique,
                substr(pg_get_indexdef(i.indexrelid), strpos(pg_get_indexdef(i.indexrelid), ' USING ') + 1)
            from pg_index i
            join pg_class t on t.oid = i.indrelid and t.relkind in ('r', 'p')
            join pg_class r on r.oid = i.indexrelid
            where t.relnamespace = current_schema::regnamespace
                and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
            order by t.relname, r.relname
            """;

    private static final String SEQUENCES = """
            select quote_ident(r.relname), 'as ' || format_type(s.seqtypid, null) || ' start ' || s.seqstart
                || ' increment by ' || s.seqincrement || ' minvalue ' || s.seqmin || ' maxvalue ' || s.seqmax
                || case when s.seqcycle then ' cycle' else ' no cycle' end
            from pg_sequence s
            join pg_class r on r.oid = s.seqrelid
            where r.relnamespace = current_schema::regnamespace
                and not exists (select from pg_depend d where d.objid = r.oid and d.deptype = 'i')
            order by r.relname
            """;

    private static final String IDENTITY_SEQUENCES = """
            select quote_ident(r.relname) from pg_class r
            where r.relkind = 'S' and r.relnamespace = current_schema::regnamespace
                and exists (select from pg_depend d where d.objid = r.oid and d.deptype = 'i'
                    and d.refobjid <> coalesce(to_regclass('quipu_auto_migrations')::oid, 0))
            """;

    private static final String ENUMS = """
            select quote_ident(t.typname),
                array(select e.enumlabel::text from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder),
                array(select '(' || format_type(c.castsource, null) || ' as ' || format_type(c.casttarget, null) || ') '
                        || case c.castmethod when 'i' then 'with inout' when 'b' then 'without function'
                            else 'with function ' || c.castfunc::regprocedure end
                        || case c.castcontext when 'i' then ' as implicit' when 'a' then ' as assignment' else '' end
                    from pg_cast c where t.oid in (c.castsource, c.casttarget) order by 1)
            from pg_type t
            where t.typnamespace = current_schema::regnamespace and t.typtype = 'e'
            order by t.typname
            """;

    private final Connection connection;
    private final Map<String, Table> tables = new LinkedHashMap<>();

    private SchemaReader(Connection connection) {
        this.connection = connection;
    }

    /** What the connection's current schema holds. */
    public static Schema read(Connection connection) throws SQLException {
        return new SchemaReader(connection).read();
    }

    private Schema read() throws SQLException {
        each(TABLES, row -> {
            String name = row.getString(1);
            tables.put(
                    name,
                    new Table(
                            name,
                            new LinkedHashMap<>(),
                            new LinkedHashMap<>(),
                            new LinkedHashMap<>(),
                            row.getString(2)));
        });
        ofTables(COLUMNS, (table, row) -> table.columns().put(row.getString(2), column(row)));
        ofTables(CONSTRAINTS, (table, row) -> table.constraints().put(row.getString(2), constraint(row)));
        ofTables(INDEXES, (table, row) -> table.indexes().put(row.getString(2), index(row)));
        Map<String, Sequence> sequences = new LinkedHashMap<>();
        each(SEQUENCES, row -> sequences.put(row.getString(1), new Sequence(row.getString(1), row.getString(2))));
        Map<String, EnumType> enums = new LinkedHashMap<>();
        each(ENUMS, row -> enums.put(row.getString(1), new EnumType(row.getString(1), texts(row, 2), texts(row, 3))));
        Set<String> identitySequences = new HashSet<>();
        each(IDENTITY_SEQUENCES, row -> identitySequences.add(row.getString(1)));
        return new Schema(tables, sequences, enums, identitySequences);
    }

    private static Column column(ResultSet row) throws SQLException {
        String value = row.getString(5);
        return new Column(
                row.getString(1),
                row.getString(2),
                Definitions.type(row.getString(3)),
                row.getBoolean(4),
                value == null ? null : Definitions.value(value),
                generation(row.getString(6)),
                row.getString(7));
    }

    private static Generation generation(@Nullable String catalogued) {
        return switch (catalogued == null ? "" : catalogued) {
            case "d" -> Generation.IDENTITY_BY_DEFAULT;
            case "a" -> Generation.IDENTITY_ALWAYS;
            case "s" -> Generation.STORED;
            case "v" -> Generation.VIRTUAL;
            default -> Generation.NONE;
        };
    }

    private static Constraint constraint(ResultSet row) throws SQLException {
        Constraint.Kind kind =
                switch (row.getString(3)) {
                    case "p" -> Constraint.Kind.PRIMARY_KEY;
                    case "u" -> Constraint.Kind.UNIQUE;
                    case "x" -> Constraint.Kind.EXCLUSION;
                    case "c" -> Constraint.Kind.CHECK;
                    default -> Constraint.Kind.FOREIGN_KEY;
                };
        return new Constraint(row.getString(1), row.getString(2), kind, Definitions.readable(row.getString(4)));
    }

    private static Index index(ResultSet row) throws SQLException {
        return new Index(row.getString(1), row.getString(2), row.getBoolean(3), Definitions.readable(row.getString(4)));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array array = requireNonNull(row.getArray(column));
        return List.of((String[]) array.getArray());
    }

    private void ofTables(String query, TableRow work) throws SQLException {
        each(query, row -> {
            Table table = tables.get(row.getString(1));
            if (table != null) {
                work.read(table, row);
            }
        });
    }

    private void each(String query, Row work) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                work.read(rows);
            }
        }
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private interface TableRow {
        void read(Table table, ResultSet row) throws SQLException;
    }
}
