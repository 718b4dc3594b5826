package dev.quipu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server that asks nobody for a password. */
class DatabaseCreationTest {

    private static final String SERVER = SharedPostgresql.url();

    @BeforeEach
    void prepare() throws SQLException {
        execute("create role passerby login", "create role founder login createdb createrole");
    }

    @AfterEach
    void clear() throws SQLException {
        execute(
                "drop database if exists \"Knot shop\"",
                "drop role if exists \"Weaver\"",
                "drop role passerby",
                "drop role founder");
    }

    private static DatabaseCreation creation(String role, String admin) {
        String url = SERVER.replaceFirst("/postgres$", "/Knot%20shop?sslmode=disable");
        return new DatabaseCreation(new DatabaseAddress(url, role, "yarn"), admin, null);
    }

    @Test
    void makesRoleAndDatabaseOnce() throws SQLException {
        DatabaseCreation creation = creation("Weaver", "founder");
        assertThat(creation.create()).isEqualTo("""
                Role Weaver created.
                Database Knot shop created, owned by Weaver.
                """);
        assertThat(ask("select rolpassword from pg_authid where rolname = 'Weaver'"))
                .startsWith("SCRAM-SHA-256$");
        assertThat(ask("select datdba::regrole from pg_database where datname = 'Knot shop'"))
                .isEqualTo("\"Weaver\"");
        assertThat(creation.create())
                .isEqualTo("Nothing to do. " + SERVER.replaceFirst("/postgres$", "/Knot%20shop") + " is there.\n");
    }

    @Test
    void makesWhatIsMissing() throws SQLException {
        execute("create role \"Weaver\" login");
        assertThat(creation("Weaver", "postgres").create()).isEqualTo("Database Knot shop created, owned by Weaver.\n");
    }

    @Test
    void needsNoAdminIfTheRoleMayCreate() {
        assertThat(creation("founder", "founder").create())
                .isEqualTo("Database Knot shop created, owned by founder.\n");
    }

    @Test
    void saysWhoMayNot() {
        assertThatThrownBy(() -> creation("passerby", "passerby").create())
                .isInstanceOf(StartException.class)
                .hasMessage("DB-110 passerby cannot make database Knot shop for role passerby:"
                        + " ERROR: permission denied to create database"
                        + " - Set QUIPU_DB_ADMIN_USERNAME and QUIPU_DB_ADMIN_PASSWORD to somebody who may"
                        + " log in to postgres, create roles and create databases.");
        assertThatThrownBy(() -> creation("Weaver", "Weaver").create())
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("DB-110 Weaver cannot make database Knot shop for role Weaver:"
                        + " FATAL: role \"Weaver\" does not exist - Set QUIPU_DB_ADMIN_USERNAME");
    }

    @Test
    void saysThatThereIsNoServer() {
        DatabaseAddress nowhere =
                new DatabaseAddress("jdbc:postgresql://localhost:1/shop?password=secret", "shop", null);
        assertThatThrownBy(() -> new DatabaseCreation(nowhere, "postgres", null).create())
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith(
                        "DB-112 No connection to jdbc:postgresql://localhost:1/shop: Connection to localhost:1 refused")
                .hasMessageEndingWith("- Start that server, or correct QUARKUS_DATASOURCE_JDBC_URL.");
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = new DatabaseAddress(SERVER, "postgres", null).connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = new DatabaseAddress(SERVER, "postgres", null).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
