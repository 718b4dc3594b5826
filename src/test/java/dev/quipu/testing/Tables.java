package dev.quipu.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Everything that the tables of the shop hold at one time but the stamps, each value as PostgreSQL prints it.
 *
 * @param rows by table and id
 */
public record Tables(Map<RowName, Map<String, String>> rows) {

    private static final List<String> NAMES = List.of("roles", "users", "posts", "products", "orders", "order_items");

    /** What differs whenever a row is written. */
    private static final Set<String> STAMPS = Set.of("updated_at", "updated_by");

    /** A row of a table. */
    public record RowName(String table, long id) {}

    public static Tables read(DataSource dataSource) {
        Map<RowName, Map<String, String>> rows = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : NAMES) {
                read(table, statement.executeQuery("select * from " + table + " order by id"), rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Tables(rows);
    }

    private static void read(String table, ResultSet result, Map<RowName, Map<String, String>> rows)
            throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        while (result.next()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                if (!STAMPS.contains(columns.getColumnName(i))) {
                    row.put(columns.getColumnName(i), result.getString(i));
                }
            }
            rows.put(new RowName(table, result.getLong("id")), row);
        }
    }
}
