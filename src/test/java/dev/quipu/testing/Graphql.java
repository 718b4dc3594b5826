package dev.quipu.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.lessThan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/**
 * A client of the API.
 *
 * <pre>{@code Graphql.data("{ order(id: 1) { status } }").at("/order/status")}</pre>
 */
public final class Graphql {

    public static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Graphql() {}

    /** The whole response, of a request that was refused too. */
    public static JsonNode execute(String query, Map<String, ?> variables) {
        String response = given().contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(lessThan(500))
                .extract()
                .asString();
        return parse(response);
    }

    public static JsonNode execute(String query) {
        return execute(query, Map.of());
    }

    /** The data of a response without errors. */
    public static JsonNode data(String query, Map<String, ?> variables) {
        JsonNode response = execute(query, variables);
        if (response.has("errors")) {
            throw new AssertionError(response.get("errors").toPrettyString());
        }
        return response.get("data");
    }

    public static JsonNode data(String query) {
        return data(query, Map.of());
    }

    /** The only error of a response. */
    public static JsonNode error(String query, Map<String, ?> variables) {
        JsonNode errors = execute(query, variables).path("errors");
        if (errors.size() != 1) {
            throw new AssertionError("expected one error, got " + errors);
        }
        return errors.get(0);
    }

    public static JsonNode error(String query) {
        return error(query, Map.of());
    }

    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
