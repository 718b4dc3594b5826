package dev.quipu.graphql.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Fault;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Http;
import dev.quipu.testing.Seed;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A server as in production, with little time and little room. */
@QuarkusTest
@TestProfile(LittleRoom.class)
class ClosedTest {

    @TestHTTPResource("/graphql")
    URI address;

    @Inject
    DataSource dataSource;

    @Inject
    Seed seed;

    @Test
    void doesNotTellItsSchema() {
        Http http = new Http(address);
        for (String query : List.of(
                "{ __schema { types { name } } }",
                "{ x: __type(name: \"User\") { name } }",
                "{ ...a } fragment a on Query { ... { __schema { types { name } } } }")) {
            HttpResponse<String> response = http.json("{\"query\": " + Graphql.JSON.valueToTree(query) + "}");

            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(code(response)).isEqualTo("OPERATION_NOT_ALLOWED");
        }
        assertThat(http.json("{\"query\": \"{ __typename users(first: 0) { __typename } }\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(http.get("/schema.graphql").statusCode()).isEqualTo(404);
    }

    @Test
    void answersWithNoListThatIsLongerThanAPage() throws Exception {
        seed.plant();
        JsonNode code =
                Graphql.error("{ deskOrders(ids: [\"%d\", \"%d\"]) { id } }".formatted(seed.id("A"), seed.id("B")));
        Fault affected = Answer.to("mutation { deleteOrderItem(input: {id: \"%d\"}) { affected { nodeId } } }"
                        .formatted(seed.id("B/58")))
                .refusedOnce();

        assertThat(code.at("/extensions/code").asText()).isEqualTo("QUERY_TOO_COMPLEX");
        assertThat(affected.code()).isEqualTo("QUERY_TOO_COMPLEX");
        assertThat(code.get("message").asText())
                .isEqualTo(
                        "deskOrders returned 2 rows; a list has at most 1 (quipu.api.page-size-max). Let it take arguments that choose fewer.");
        assertThat(affected.message())
                .isEqualTo(
                        "\"affected\" of this operation has 2 rows; a list has at most 1 (quipu.api.page-size-max). Nothing was stored. Leave it out, or change fewer rows at a time.");
        seed.changes().andNothingElse();
    }

    /** The payload's own row is not among those that it lists. */
    @Test
    void countsTheRowsThatAreListed() throws Exception {
        seed.plant();
        String order = Answer.to("mutation { createOrder(input: {order: {customerId: \"%d\"}}) { order { id } } }"
                        .formatted(seed.id("ALFKI")))
                .succeeded()
                .at("/createOrder/order/id")
                .asText();

        JsonNode affected = Answer.to(
                        "mutation { updateOrder(input: {id: \"%s\", patch: {shippedOn: \"2026-01-31\"}}) { order { status } affected { __typename } } }"
                                .formatted(order))
                .succeeded()
                .at("/updateOrder/affected");

        assertThat(affected).isEqualTo(Graphql.parse("[{\"__typename\": \"User\"}]"));
    }

    @Test
    void endsStatementsThatTakeTooLongAndSendsThoseAwayThatItHasNoRoomFor() throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table roles in access exclusive mode");
            Http http = new Http(address);
            List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> http.json("{\"query\": \"{ roles(first: 1) { totalCount } }\"}")))
                    .limit(5)
                    .toList();
            List<HttpResponse<String>> responses =
                    answers.stream().map(CompletableFuture::join).toList();
            connection.rollback();

            assertThat(responses)
                    .filteredOn(response -> response.statusCode() == 200)
                    .isNotEmpty()
                    .allSatisfy(late -> {
                        assertThat(code(late)).isEqualTo("QUERY_TOO_COMPLEX");
                        assertThat(late.body())
                                .contains("2 s", "quipu.limit.statement")
                                .doesNotContain("select");
                    });
            assertThat(responses)
                    .filteredOn(response -> response.statusCode() == 503)
                    .isNotEmpty()
                    .allSatisfy(away -> {
                        assertThat(code(away)).isEqualTo("RATE_LIMITED");
                        assertThat(error(away).at("/message").asText()).startsWith("The server has as many requests");
                        assertThat(away.headers().firstValue("Retry-After")).contains("1");
                        assertThat(error(away).at("/extensions/retryable").asBoolean())
                                .isTrue();
                    });
            assertThat(http.json("{\"query\": \"{ roles(first: 1) { totalCount } }\"}")
                            .body())
                    .doesNotContain("errors");
        }
    }

    private static String code(HttpResponse<String> response) {
        return error(response).at("/extensions/code").asText();
    }

    private static JsonNode error(HttpResponse<String> response) {
        return Graphql.parse(response.body()).at("/errors/0");
    }
}
