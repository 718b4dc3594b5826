package dev.quipu.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Database;
import dev.quipu.testing.Graphql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON keeps every digit, in filters and in attributes, and half a character is refused. */
@QuarkusTest
class JsonValuesTest {

    private static final String DIGITS = "12345678901234567890.12345678901234567890";

    @Inject
    DataSource dataSource;

    @BeforeEach
    void rows() throws Exception {
        Database database = new Database(dataSource);
        database.reset("golden/data.sql");
        database.execute("update users set preferences = '{\"n\": " + DIGITS + "}' where id = 1");
        database.execute("update users set preferences = '{\"n\": " + DIGITS + "1}' where id = 2");
    }

    @Test
    void filtersCompareEveryDigitOfALiteral() {
        JsonNode users =
                Graphql.data("{ users(filter: {preferences: {contains: {n: " + DIGITS + "}}}) { nodes { id } } }");

        assertThat(users.at("/users/nodes")).singleElement().hasToString("{\"id\":\"1\"}");
    }

    @Test
    void filtersCompareEveryDigitOfAVariable() {
        JsonNode users = Graphql.data(
                "query ($part: JSON!) { users(filter: {preferences: {contains: $part}}) { nodes { id } } }",
                Map.of("part", Map.of("n", new BigDecimal(DIGITS))));

        assertThat(users.at("/users/nodes")).singleElement().hasToString("{\"id\":\"1\"}");
    }

    @Test
    void attributesKeepEveryDigit() {
        JsonNode data = Graphql.data(
                "mutation ($value: JSON) { updateUser(input: {id: 3, patch: {preferences: $value}}) { user { preferences } }"
                        + " other: updateUser(input: {id: 4, patch: {preferences: {n: " + DIGITS
                        + "}}}) { user { preferences } } }",
                Map.of("value", Map.of("n", new BigDecimal(DIGITS))));

        assertThat(data.at("/updateUser/user/preferences/n").decimalValue())
                .isEqualByComparingTo(new BigDecimal(DIGITS));
        assertThat(data.at("/other/user/preferences/n").decimalValue()).isEqualByComparingTo(new BigDecimal(DIGITS));
    }

    /** An update of another attribute writes the whole row. */
    @Test
    void attributesKeepEveryDigitWhenAnotherIsChanged() {
        JsonNode data = Graphql.data(
                "mutation { updateUser(input: {id: 2, patch: {email: \"b@example.org\"}}) { user { preferences } } }");

        assertThat(data.at("/updateUser/user/preferences/n").decimalValue())
                .isEqualByComparingTo(new BigDecimal(DIGITS + "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "preferences: {contains: {a: $text}}",
                "preferences: {containedBy: [$text]}",
                "preferences: {hasKey: $text}",
                "preferences: {hasAnyKeys: [\"a\", $text]}",
                "preferences: {pathMatch: $text}",
                "username: {eq: $text}",
                "username: {in: [$text]}",
                "username: {iContains: $text}"
            })
    void refusesHalfACharacter(String filter) {
        String type = filter.contains("contain") && filter.startsWith("preferences") ? "JSON!" : "String!";
        String query = "query ($text: " + type + ") { users(filter: {" + filter + "}) { totalCount } }";
        String body = "{\"query\": \"" + query.replace("\"", "\\\"") + "\", \"variables\": {\"text\": \"x\\ud83d\"}}";

        JsonNode error = Graphql.parse(given().contentType("application/json")
                        .body(body)
                        .post("/graphql")
                        .asString())
                .at("/errors/0");

        assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("message").asText())
                .isEqualTo("A text contains half of a character, U+D83D; send both halves or none.");
    }

    @Test
    void refusesNumbersWithoutEnd() {
        JsonNode error = Graphql.error("{ users(filter: {preferences: {contains: {a: [1e1000]}}}) { totalCount } }");

        assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("message").asText()).contains("at most 100 digits");
    }
}
