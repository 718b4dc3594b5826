package dev.quipu.graphql.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Http;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attack is refused with a 4xx and a code, soon, and the next request is served. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class AttackTest {

    private static final String FRIENDLY = "{\"query\": \"{ roles(first: 1) { nodes { id } } }\"}";

    /** Generous: what is measured here shares its processors with others. What loops or doubles takes far longer. */
    private static final long MILLIS_MAX = 5000;

    private static final Map<String, String> ATTACKS = Attacks.all();

    @TestHTTPResource("/graphql")
    URI address;

    static Iterable<String> names() {
        return ATTACKS.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isRefusedSoon(String attack) {
        Http http = new Http(address);
        long start = System.nanoTime();

        HttpResponse<String> response = http.json(ATTACKS.get(attack));

        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(MILLIS_MAX);
        assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
        JsonNode error = Graphql.parse(response.body()).at("/errors/0");
        assertThat(error.at("/extensions/code").asText()).isIn("BAD_USER_INPUT", "QUERY_TOO_COMPLEX");
        assertThat(error.path("message").asText())
                .doesNotContainPattern("HashMap|ArrayList|java\\.|graphql\\.|Exception|Big(Decimal|Integer)'")
                .hasSizeLessThan(600);
        assertThat(http.json(FRIENDLY).statusCode()).isEqualTo(200);
    }

    /** Prints the slowest on a warm server; no assertion, since it is the machine that is measured. */
    @Test
    void takesNotLong() {
        Http http = new Http(address);
        Map<String, Long> micros = new LinkedHashMap<>();
        for (int round = 0; round < 4; round++) {
            ATTACKS.forEach((name, body) -> {
                long start = System.nanoTime();
                http.json(body);
                micros.put(name, (System.nanoTime() - start) / 1000);
            });
        }
        micros.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(8)
                .forEach(entry -> System.out.printf("%,d us %s%n", entry.getValue(), entry.getKey()));
        assertThat(micros).hasSameSizeAs(ATTACKS);
    }
}
