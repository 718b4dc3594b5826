package dev.quipu.db.reverse;

import dev.quipu.start.SharedPostgresql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of others, as {@code src/test/resources/import/trade.sql} makes it. */
public record TradeDatabase(String name) {

    public static final String USERNAME = "postgres";

    /** Makes it anew. */
    public static TradeDatabase make(String name) {
        TradeDatabase database = empty(name);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(Path.of("src/test/resources/import/trade.sql")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    static TradeDatabase empty(String name) {
        try (Connection connection = DriverManager.getConnection(SharedPostgresql.url(), USERNAME, null);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TradeDatabase(name);
    }

    public String url() {
        return SharedPostgresql.url().replaceFirst("/postgres$", "/" + name);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USERNAME, null);
    }
}
