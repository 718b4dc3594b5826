package dev.quipu.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to the API, over HTTP.
 *
 * <pre>{@code GraphQl.of("query($id: ID!) { order(id: $id) { amountTotal } }").with("id", 7).send().succeeded()}</pre>
 */
public final class GraphQl {

    private final String document;
    private final Map<String, Object> variables = new LinkedHashMap<>();

    private GraphQl(String document) {
        this.document = document;
    }

    public static GraphQl of(String document) {
        return new GraphQl(document);
    }

    /** Sets a variable; null is sent as null. */
    public GraphQl with(String variable, Object value) {
        variables.put(variable, value);
        return this;
    }

    public GraphQlAnswer send() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("query", document);
        request.put("variables", variables);
        return new GraphQlAnswer(given().contentType(ContentType.JSON)
                .body(request)
                .post("/graphql")
                .then()
                .extract()
                .jsonPath());
    }
}
