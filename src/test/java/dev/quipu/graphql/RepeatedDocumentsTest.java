package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered of a document must not outlive its variables. */
@QuarkusTest
class RepeatedDocumentsTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void answersTheSameTextWithOtherVariablesAnew() {
        String byVariable = """
                query ($customer: ID!, $long: Boolean!, $first: Int!) {
                  user(id: $customer) {
                    username
                    email @include(if: $long)
                    orders(first: $first) { nodes { id } }
                  }
                }""";
        String inAFragment = """
                query ($customer: ID!, $long: Boolean!, $first: Int!) { user(id: $customer) { ...Whole } }
                fragment Whole on User { username email @include(if: $long) orders(first: $first) { nodes { id } } }""";
        for (String document : new String[] {byVariable, inAFragment}) {
            for (int repetition = 0; repetition < 2; repetition++) {
                JsonNode shortOne = user(document, "ALFKI", false, 1);
                JsonNode longOne = user(document, "ALFKI", true, 2);
                assertThat(shortOne.has("email")).isFalse();
                assertThat(shortOne.at("/orders/nodes")).hasSize(1);
                assertThat(longOne.has("email")).isTrue();
                assertThat(longOne.at("/orders/nodes")).hasSize(2);
            }
        }
    }

    @Test
    void answersTheSameTextOfAnotherRow() {
        String document = "query ($customer: ID!) { user(id: $customer) { username orders { totalCount } } }";
        for (String name : new String[] {"ALFKI", "ANATR", "ALFKI"}) {
            assertThat(user(document, name, false, 1).get("username").asText()).isEqualTo(name);
        }
    }

    @Test
    void answersPagesWithOtherArguments() {
        String document = "query ($first: Int) { orders(first: $first) { totalCount nodes { id } } }";
        for (int first : new int[] {1, 2, 1}) {
            assertThat(Graphql.data(document, Map.of("first", first)).at("/orders/nodes"))
                    .hasSize(first);
        }
    }

    @Test
    void answersMutationsWithOtherVariables() {
        String document = """
                mutation ($id: ID!, $credit: Decimal!, $long: Boolean!) {
                  updateUser(input: {id: $id, patch: {creditLimit: $credit}}) { user { creditLimit email @include(if: $long) } }
                }""";
        for (int credit = 9001; credit <= 9004; credit++) {
            JsonNode user = Answer.to(
                            document, Map.of("id", seed.id("ALFKI"), "credit", credit, "long", credit % 2 == 0))
                    .succeeded()
                    .at("/updateUser/user");
            assertThat(user.get("creditLimit").asText()).isEqualTo(credit + ".00");
            assertThat(user.has("email")).isEqualTo(credit % 2 == 0);
        }
    }

    private JsonNode user(String document, String name, boolean whole, int first) {
        return Graphql.data(document, Map.of("customer", seed.id(name), "long", whole, "first", first))
                .get("user");
    }
}
