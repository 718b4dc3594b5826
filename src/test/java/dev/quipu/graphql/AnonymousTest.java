package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Graphql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As in production: nobody has said as whom anonymous requests act. */
@QuarkusTest
@TestProfile(AnonymousTest.WithoutAnonymousRole.class)
class AnonymousTest {

    public static final class WithoutAnonymousRole implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quipu.security.anonymous-role", "");
        }
    }

    @Test
    void learnsThatTheApiIsThere() {
        assertThat(Graphql.data("{ __typename }").path("__typename").asText()).isEqualTo("Query");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ users { totalCount } }",
                "{ __typename order(id: 1) { id } }",
                "{ apiVersion }",
                "{ __schema { types { name } } }"
            })
    void learnsNothingElse(String query) {
        JsonNode response = Graphql.execute(query);

        assertThat(response.at("/errors/0/extensions/code").asText()).isEqualTo("UNAUTHENTICATED");
        assertThat(response.path("data").isMissingNode()
                        || response.path("data").isNull())
                .isTrue();
    }
}
