package dev.quipu.load;

import dev.quipu.load.Journal.Cell;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what was acknowledged with what the tables hold. */
final class LostWrites {

    private final Journal journal;
    private final Map<Cell, String> stored;

    LostWrites(Journal journal, Map<Cell, String> stored) {
        this.journal = journal;
        this.stored = stored;
    }

    /** What the tables of orders and items hold, as PostgreSQL prints it. */
    static Map<Cell, String> stored(String url) throws SQLException {
        Map<Cell, String> stored = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(url, "postgres", null)) {
            read(connection, stored, "orders", "customer_id", "shipped_on");
            read(connection, stored, "order_items", "order_id", "product_id", "quantity");
        }
        return stored;
    }

    private static void read(Connection connection, Map<Cell, String> stored, String table, String... columns)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id, " + String.join(", ", columns) + " from " + table)) {
            while (row.next()) {
                long id = row.getLong("id");
                stored.put(new Cell(table, id, Journal.EXISTS), "true");
                for (String column : columns) {
                    stored.put(new Cell(table, id, column), String.valueOf(row.getString(column)));
                }
            }
        }
    }

    /** One line for each attribute that is not what the last acknowledged writes may have left. */
    List<String> find() {
        List<String> lost = new ArrayList<>();
        for (Cell cell : journal.cells()) {
            Set<String> expected = journal.last(cell);
            String found = found(cell);
            if (found != null && !expected.contains(found)) {
                lost.add(cell + " is " + found + ", should be one of " + expected);
            }
        }
        stored.keySet().stream()
                .filter(cell ->
                        cell.column().equals(Journal.EXISTS) && !journal.cells().contains(cell))
                .forEach(cell -> lost.add(cell + " was never acknowledged"));
        return lost;
    }

    /** Null where nothing is to be found: an attribute of a row that is gone, or an item that went with its order. */
    private String found(Cell cell) {
        boolean there = stored.containsKey(new Cell(cell.table(), cell.id(), Journal.EXISTS));
        if (!cell.column().equals(Journal.EXISTS)) {
            return there ? stored.get(cell) : null;
        }
        return there || !wentWithItsOrder(cell) ? String.valueOf(there) : null;
    }

    private boolean wentWithItsOrder(Cell row) {
        return journal.ever(new Cell(row.table(), row.id(), "order_id")).stream()
                .anyMatch(order -> journal.ever(new Cell("orders", Long.parseLong(order), Journal.EXISTS))
                        .contains("false"));
    }
}
