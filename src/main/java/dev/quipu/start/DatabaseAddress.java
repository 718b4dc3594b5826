package dev.quipu.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, and as whom to log in.
 *
 * @param url a JDBC URL
 */
record DatabaseAddress(
        String url, @Nullable String username, @Nullable String password) {

    Connection connect() throws SQLException {
        Properties login = new Properties();
        if (username != null) {
            login.setProperty("user", username);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        return DriverManager.getConnection(url, login);
    }

    /** The URL without its parameters, which may hold a password. */
    String publicUrl() {
        return url.replaceFirst("\\?.*", "");
    }

    /** Why the database refuses; PostgreSQL adds lines about its own source, and JDBC names the whole of a URL that nobody takes. */
    static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage())
                .replaceAll("(jdbc:[^\\s?]*)\\?\\S*", "$1")
                .lines()
                .findFirst()
                .orElse("");
    }
}
