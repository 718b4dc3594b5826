package dev.quipu.db.reverse;

import dev.quipu.db.reverse.StoredSchema.StoredSequence;
import dev.quipu.db.reverse.StoredTable.Check;
import dev.quipu.db.reverse.StoredTable.Index;
import dev.quipu.db.reverse.StoredTable.Key;
import dev.quipu.db.reverse.StoredTable.Reference;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a schema from PostgreSQL's catalog, and writes nothing. */
final class Catalog {

    private final Connection connection;
    private final String schema;

    private Catalog(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** Reads it as it is at one moment. */
    static StoredSchema read(Connection connection, String schema) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        // names within the schema come without its name
        connection.setSchema(schema);
        try {
            return new Catalog(connection, schema).read();
        } finally {
            connection.rollback();
        }
    }

    private StoredSchema read() throws SQLException {
        Map<String, StoredTable> tables = new LinkedHashMap<>();
        rows(CatalogQueries.TABLES, row -> {
            SqlName name = name(row, "name");
            tables.put(
                    name.sql(),
                    new StoredTable(
                            name,
                            new ArrayList<>(),
                            new ArrayList<>(),
                            new ArrayList<>(),
                            new ArrayList<>(),
                            new ArrayList<>()));
        });
        rows(CatalogQueries.COLUMNS, row -> table(tables, row).columns().add(column(row)));
        rows(CatalogQueries.CONSTRAINTS, row -> addConstraint(table(tables, row), row));
        rows(CatalogQueries.INDEXES, row -> table(tables, row).indexes().add(index(row)));
        Map<String, List<String>> enums = new LinkedHashMap<>();
        rows(CatalogQueries.ENUMS, row -> enums.put(row.getString("name"), texts(row, "labels")));
        List<StoredSequence> sequences = new ArrayList<>();
        rows(CatalogQueries.SEQUENCES, row -> sequences.add(sequence(row)));
        List<String> others = new ArrayList<>();
        rows(CatalogQueries.OTHERS, row -> others.add(row.getString("name")));
        return new StoredSchema(List.copyOf(tables.values()), enums, sequences, others);
    }

    private static StoredTable table(Map<String, StoredTable> tables, ResultSet row) throws SQLException {
        return Objects.requireNonNull(tables.get(row.getString("table_name")));
    }

    private static StoredColumn column(ResultSet row) throws SQLException {
        return new StoredColumn(
                name(row, "name"),
                row.getString("type"),
                row.getString("base_type"),
                row.getBoolean("not_null"),
                row.getString("default_value"),
                row.getString("identity"),
                row.getBoolean("generated"),
                row.getString("sequence"));
    }

    private static void addConstraint(StoredTable table, ResultSet row) throws SQLException {
        SqlName name = name(row, "name");
        String definition = row.getString("definition");
        switch (row.getString("kind")) {
            case "p" -> table.keys().add(new Key(name, true, names(row, "columns"), definition));
            case "u" -> table.keys().add(new Key(name, false, names(row, "columns"), definition));
            case "f" ->
                table.references()
                        .add(new Reference(
                                name,
                                names(row, "columns"),
                                name(row, "target"),
                                names(row, "target_columns"),
                                row.getString("on_delete").charAt(0),
                                definition));
            // an exclusion constraint has no expression
            default -> {
                String expression = row.getString("expression");
                table.checks().add(new Check(name, expression == null ? "" : expression, definition));
            }
        }
    }

    private static Index index(ResultSet row) throws SQLException {
        return new Index(
                name(row, "name"),
                row.getBoolean("is_unique"),
                names(row, "columns"),
                row.getString("predicate"),
                row.getString("definition"));
    }

    private static StoredSequence sequence(ResultSet row) throws SQLException {
        return new StoredSequence(
                name(row, "name"),
                row.getInt("increment"),
                row.getString("owner"),
                row.getBoolean("identity"),
                row.getString("definition"));
    }

    private static SqlName name(ResultSet row, String column) throws SQLException {
        return new SqlName(row.getString(column));
    }

    private static List<SqlName> names(ResultSet row, String column) throws SQLException {
        return texts(row, column).stream().map(SqlName::new).toList();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null
                ? List.of()
                : Stream.of((String[]) array.getArray()).toList();
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void rows(String query, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    /** The schemas that hold tables, for who has named another. */
    static List<String> schemas(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(CatalogQueries.SCHEMAS)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
