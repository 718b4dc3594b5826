package dev.quipu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quipu.db.reverse.TradeDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Does what README.md says of a database that exists, in a copy of the project: takes the shop out, imports with the packaged
 * application, starts dev mode on that database and asks it.
 */
class ImportIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void anExistingDatabaseIsServedWithoutAnEdit() throws Exception {
        TradeDatabase database = TradeDatabase.make("trade_project");
        execute(
                database,
                "insert into countries values ('PE', 'Peru')",
                "insert into suppliers (name, country_code, rating) values ('Cordage', 'PE', 4.5)",
                "insert into products (id, supplier_id, name, unit_price) values (1, 1, 'Yarn', 18.00)",
                "insert into customers (username, email) values ('alice', 'alice@example.org')");
        Path project = ProjectCopy.make(Path.of("target", "imported"));
        takeTheShopOut(project);
        importInto(project, database);

        Map<String, String> settings = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(), "QUARKUS_DATASOURCE_USERNAME", TradeDatabase.USERNAME);
        try (DevMode devMode = DevMode.start(project, settings)) {
            GraphqlClient client = new GraphqlClient(devMode);
            assertThat(client.awaitAnswer("{products {nodes {name unitPrice supplier {name rating country {name}}}}}"))
                    .isEqualTo(JSON.readTree("""
                            {"data": {"products": {"nodes": [{"name": "Yarn", "unitPrice": "18.00",
                                "supplier": {"name": "Cordage", "rating": "4.5", "country": {"name": "Peru"}}}]}}}
                            """));
            JsonNode created = client.awaitAnswer("""
                    mutation {
                      createOrder(input: {order: {
                        user: "clerk", payment: CASH
                        customer: {connect: {username: "alice"}}
                        orderLines: {create: [{product: {connect: {id: 1}}, quantity: 2, unitPrice: "18.00"}]}
                      }}) {
                        order { payment freight customer { status } orderLines { nodes { amount product { tags } } } }
                      }
                    }
                    """);
            assertThat(created.at("/data/createOrder/order")).isEqualTo(JSON.readTree("""
                    {"payment": "CASH", "freight": "0.00", "customer": {"status": "active"},
                     "orderLines": {"nodes": [{"amount": "36.00", "product": {"tags": "{}"}}]}}
                    """));
            assertThat(
                            client.awaitAnswer(
                                    "mutation {createPayment(input: {payment: {orderId: 1000, class_: 2, amount: \"36\"}}) {payment {id class_}}}"))
                    .isEqualTo(JSON.readTree(
                            "{\"data\": {\"createPayment\": {\"payment\": {\"id\": \"1\", \"class_\": 2}}}}"));
            assertThat(client.awaitAnswer(
                                    "{orders(filter: {payment: {eq: CASH}, customer: {createdAt: {gt: \"2020-01-01T00:00:00Z\"}}}) {nodes {id}}}")
                            .at("/data/orders/nodes/0/id")
                            .asText())
                    .isEqualTo("1000");
        }
        assertThat(text(database, "select count(*) || ' ' || min(\"user\") from \"order\""))
                .isEqualTo("1 clerk");
        assertThat(text(database, "select exectype from databasechangelog where id = '0001-baseline'"))
                .isEqualTo("MARK_RAN");
    }

    private static void takeTheShopOut(Path project) throws IOException {
        Path sources = project.resolve("src/main/java/dev/quipu");
        try (Stream<Path> shop =
                Stream.concat(Files.list(sources.resolve("domain")), Files.list(sources.resolve("demo")))) {
            for (Path file : shop.toList()) {
                if (!file.endsWith("domain/package-info.java")) {
                    Files.delete(file);
                }
            }
        }
        Path changes = project.resolve("src/main/resources/db/changes");
        Files.delete(changes.resolve("0001-first-version.sql"));
        Files.delete(changes.resolve("0003-rules-as-comments.sql"));
        Files.delete(changes.resolve("0004-accounts.sql"));
        Files.delete(changes.resolve("0005-audit.sql"));
    }

    private static void importInto(Path project, TradeDatabase database) throws Exception {
        Process command = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar")
                                .toAbsolutePath()
                                .toString(),
                        "db",
                        "import",
                        "--url",
                        database.url(),
                        "--username",
                        TradeDatabase.USERNAME,
                        "--changeset",
                        "src/main/resources/db/changes/0001-baseline.sql"))
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(command.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(command.waitFor(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(output).contains("DB-301 audit_log is left out", "19 written, 0 as they were, 0 that differ");
        assertThat(command.exitValue()).as(output).isZero();
    }

    private static void execute(TradeDatabase database, String... statements) throws Exception {
        try (Connection connection = database.connect()) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    private static String text(TradeDatabase database, String query) throws Exception {
        try (Connection connection = database.connect();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
