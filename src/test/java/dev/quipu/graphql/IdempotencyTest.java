package dev.quipu.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Database;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Seed;
import dev.quipu.testing.Together;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request under an idempotency key happens once, however often it is sent. */
@QuarkusTest
@Timeout(60)
class IdempotencyTest {

    private static final String PLACE = """
            mutation($customer: ID!, $product: ID!, $quantity: Int!) @explain {
              __typename
              createOrder(input: {order: {customerId: $customer, items: {create: [{productId: $product, quantity: $quantity}]}}}) {
                order { id amountTotal }
                affected { ... on User { balance } }
              }
            }""";

    @Inject
    Seed seed;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
        new Database(dataSource).execute("delete from quipu_idempotency");
    }

    @Test
    void repeatsTheAnswerAndChangesNothing() {
        String first = send("k1", PLACE, order(1));
        seed.changes()
                .inserted("orders", "amount_total 18.00")
                .inserted("order_items", "quantity 1")
                .updated("ANATR", "balance 18.00", "order_count 2", "open_order_count 1")
                .andNothingElse();
        seed.remember();

        assertThat(Graphql.parse(first).at("/extensions/rules")).isNotEmpty();
        assertThat(Graphql.parse(first).at("/data/__typename").asText()).isEqualTo("Mutation");
        assertThat(send("k1", PLACE, order(1))).isEqualTo(first);
        seed.changes().andNothingElse();
    }

    @Test
    void takesVariablesInAnyOrderForTheSame() {
        Map<String, Object> turned = new LinkedHashMap<>();
        order(1).entrySet().stream()
                .sorted(Map.Entry.<String, Object>comparingByKey().reversed())
                .forEach(variable -> turned.put(variable.getKey(), variable.getValue()));

        assertThat(send("k1", PLACE, turned)).isEqualTo(send("k1", PLACE, order(1)));
    }

    @Test
    void happensAgainUnderAnotherKey() {
        assertThat(send("k1", PLACE, order(1))).isNotEqualTo(send("k2", PLACE, order(1)));
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        send("k1", PLACE, order(1));
        seed.remember();

        assertThat(code(send("k1", PLACE, order(2)))).isEqualTo("IDEMPOTENCY_CONFLICT");
        assertThat(code(send("k1", PLACE + " ", order(1)))).isEqualTo("IDEMPOTENCY_CONFLICT");
        seed.changes().andNothingElse();
    }

    @Test
    void isCarriedOutOnceWhenItComesSixteenTimesAtOnce() throws Exception {
        Set<String> answers = ConcurrentHashMap.newKeySet();

        Together.write(16, number -> answers.add(send("k1", PLACE, order(1))));

        assertThat(answers).hasSize(1).noneMatch(answer -> answer.contains("errors"));
        seed.changes()
                .inserted("orders", "amount_total 18.00")
                .inserted("order_items", "quantity 1")
                .updated("ANATR", "balance 18.00", "order_count 2", "open_order_count 1")
                .andNothingElse();
    }

    @Test
    void forgetsWhatWasRefused() {
        assertThat(code(send("k1", PLACE, order(100)))).isEqualTo("CONSTRAINT_VIOLATION");
        assertThat(code(send("k1", PLACE, order(100)))).isEqualTo("CONSTRAINT_VIOLATION");
        seed.changes().andNothingElse();

        Graphql.data("mutation { updateUser(input: {id: \"%d\", patch: {creditLimit: \"5000.00\"}}) { user { id } } }"
                .formatted(seed.id("ANATR")));
        assertThat(send("k1", PLACE, order(100))).contains("1800.00");
    }

    /** Any process gives the answer that any other has kept. */
    @Test
    void answersFromTheDatabase() throws Exception {
        send("k1", PLACE, order(1));

        new Database(dataSource).execute("update quipu_idempotency set data = '{\"kept\" : true}', rules = null");

        assertThat(Graphql.parse(send("k1", PLACE, order(1)))).isEqualTo(Graphql.parse("{\"data\": {\"kept\": true}}"));
    }

    @Test
    void keepsNothingOfAPreview() {
        String preview = PLACE.replace("@explain", "@preview");
        send("k1", preview, order(1));
        send("k1", preview, order(1));
        seed.changes().andNothingElse();

        send("k1", PLACE, order(1));
        assertThat(seed.now("ANATR")).containsEntry("balance", "18.00");
    }

    @Test
    void meansNothingToQueries() {
        String query = "{ orders { totalCount } }";
        assertThat(send("k1", query, Map.of())).isEqualTo(send("k1", query, Map.of()));
        send("k1", PLACE, order(1));
        assertThat(send("k1", query, Map.of())).contains("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\there", "schl\u00fcssel"})
    void wantsAPlainKey(String key) {
        assertThat(code(send(key, PLACE, order(1)))).isEqualTo("BAD_USER_INPUT");
        seed.changes().andNothingElse();
    }

    @Test
    void wantsAShortKey() {
        assertThat(send("k".repeat(255), PLACE, order(1))).doesNotContain("errors");
        assertThat(code(send("k".repeat(256), PLACE, order(1)))).isEqualTo("BAD_USER_INPUT");
    }

    private Map<String, Object> order(int quantity) {
        return new TreeMap<>(
                Map.of("customer", seed.id("ANATR"), "product", seed.id("product 1"), "quantity", quantity));
    }

    private static String send(String key, String query, Map<String, ?> variables) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .asString();
    }

    private static String code(String response) {
        JsonNode errors = Graphql.parse(response).path("errors");
        assertThat(errors).hasSize(1);
        return errors.at("/0/extensions/code").asText();
    }
}
