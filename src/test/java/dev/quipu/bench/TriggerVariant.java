package dev.quipu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** PL/pgSQL row triggers written by hand; pgbench is the client, or plain JDBC where all is one transaction. */
final class TriggerVariant implements Variant {

    private static final String SCHEMA = "bench_triggers";
    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+)");
    private static final int BATCH = 50;

    private final BenchServer server;
    private final PGSimpleDataSource database;

    TriggerVariant(BenchServer server) {
        this.server = server;
        this.database = server.dataSource(SCHEMA);
        server.make(SCHEMA, "tables.sql", "triggers.sql");
    }

    /** Whether there is a pgbench to drive it. */
    static boolean canPlace() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pgbench")));
    }

    @Override
    public String name() {
        return "triggers";
    }

    @Override
    public String schema() {
        return SCHEMA;
    }

    @Override
    public boolean derives() {
        return true;
    }

    @Override
    public Timings place(int customers, int clients, Duration duration) {
        try {
            Path folder = Files.createTempDirectory("pgbench");
            String output = run(
                    folder,
                    List.of(
                            "pgbench",
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--client=" + clients,
                            "--jobs=" + clients,
                            "--time=" + duration.toSeconds(),
                            "--define=customers=" + customers,
                            "--max-tries=1000",
                            "--log",
                            "--log-prefix=" + folder.resolve("log"),
                            "--file="
                                    + BenchServer.SCRIPTS
                                            .resolve("place.pgbench")
                                            .toAbsolutePath(),
                            "--host=" + database.getServerNames()[0],
                            "--port=" + database.getPortNumbers()[0],
                            "--username=" + server.user(),
                            String.valueOf(database.getDatabaseName())));
            Matcher perSecond = PER_SECOND.matcher(output);
            if (!perSecond.find()) {
                throw new IllegalStateException(output);
            }
            return timings(folder, Double.parseDouble(perSecond.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String run(Path folder, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true);
        builder.environment().put("PGOPTIONS", "-c search_path=" + SCHEMA);
        builder.environment().put("PGPASSWORD", server.password());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        return output;
    }

    /** A line for each transaction: client, number, microseconds, script, time, time, retries. */
    private static Timings timings(Path folder, double perSecond) throws IOException {
        List<Long> nanos = new ArrayList<>();
        long retries = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] fields = line.split(" ");
                    nanos.add(Long.parseLong(fields[2]) * 1000);
                    retries += Long.parseLong(fields[6]);
                }
                Files.delete(file);
            }
        }
        Files.delete(folder);
        return new Timings(nanos.stream().mapToLong(Long::longValue).toArray(), perSecond, retries);
    }

    @Override
    public void placeAll(List<Purchase> purchases) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            List<Long> ids = ids(connection, purchases.size());
            try (PreparedStatement orders =
                            connection.prepareStatement("insert into orders (id, customer_id, placed_at,"
                                    + " shipped_on) values (?, ?, now(), case when ? then current_date end)");
                    PreparedStatement items = connection.prepareStatement(
                            "insert into order_items (order_id, product_id, quantity) values (?, ?, ?)")) {
                insert(purchases, ids, orders, items);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insert(
            List<Purchase> purchases, List<Long> ids, PreparedStatement orders, PreparedStatement items)
            throws SQLException {
        for (int i = 0; i < purchases.size(); i++) {
            orders.setLong(1, ids.get(i));
            orders.setLong(2, purchases.get(i).customer());
            orders.setBoolean(3, purchases.get(i).shipped());
            orders.addBatch();
        }
        orders.executeBatch();
        int waiting = 0;
        for (int i = 0; i < purchases.size(); i++) {
            for (Purchase.Line line : purchases.get(i).lines()) {
                items.setLong(1, ids.get(i));
                items.setLong(2, line.product());
                items.setInt(3, line.quantity());
                items.addBatch();
                if (++waiting % BATCH == 0) {
                    items.executeBatch();
                }
            }
        }
        items.executeBatch();
    }

    private static List<Long> ids(Connection connection, int count) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet row = connection
                .createStatement()
                .executeQuery("select nextval('orders_seq') from generate_series(1, " + count + ")")) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }

    @Override
    public void close() {}
}
