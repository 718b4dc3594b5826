package dev.quipu.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The tests' way to rows that no rule has touched. */
public final class Database {

    /** Elements before what they refer to. Deleting is quicker than truncating as long as there are few rows. */
    private static final List<String> TABLES = List.of("order_items", "orders", "posts", "products", "users", "roles");

    private final DataSource dataSource;

    public Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Removes every row. */
    public void clear() throws SQLException {
        execute(TABLES.stream().map(table -> "delete from " + table).collect(Collectors.joining(";")));
    }

    /** Removes every row and inserts those of a script in the test resources. */
    public void reset(String script) throws SQLException, IOException {
        clear();
        execute(Files.readString(Path.of("src/test/resources", script)));
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
