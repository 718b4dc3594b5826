package dev.quipu.bench.api;

import dev.quipu.bench.BenchServer;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The two databases on the benchmark's server. */
record Databases(BenchServer server) {

    static final String QUIPU = "bench_quipu";
    static final String FLOOR = "bench_floor";

    /** Makes a database without tables. */
    void empty(String name) throws SQLException {
        execute(server.url(), "drop database if exists " + name + " with (force)");
        execute(server.url(), "create database " + name);
    }

    /** Fills Quipu's, which the application has migrated, and makes the floor's of it, with triggers in place of rules. */
    void seedAndCopy() throws SQLException {
        seed();
        execute(
                server.url(),
                "drop database if exists " + FLOOR + " with (force)",
                "create database " + FLOOR + " template " + QUIPU + " strategy file_copy");
        execute(url(FLOOR), Workload.read("triggers.sql"));
    }

    void seed() throws SQLException {
        execute(url(QUIPU), Workload.read("seed.sql").split("(?=vacuum full)"));
    }

    /** Their sums are then wrong, which no read notices. */
    void giveAllOrdersTo(String username) throws SQLException {
        execute(
                url(QUIPU),
                "update orders set customer_id = (select id from users where username = '" + username + "')",
                "vacuum full",
                "analyze");
    }

    String url(String database) {
        URI address = URI.create(server.url().substring("jdbc:".length()));
        return "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + "/" + database + "?user="
                + server.user() + "&password=" + server.password();
    }

    private void execute(String url, String... scripts) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, server.user(), server.password());
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(script);
            }
        }
    }
}
