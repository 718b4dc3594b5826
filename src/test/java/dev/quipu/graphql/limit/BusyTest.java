package dev.quipu.graphql.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Few connections, and others who keep them or the rows. */
@QuarkusTest
@TestProfile(LittleRoom.class)
@Timeout(60)
class BusyTest {

    private static final String UPDATE =
            "mutation { updateUser(input: {id: \\\"%d\\\", patch: {active: false}}) { user { id } } }";

    @TestHTTPResource("/graphql")
    URI address;

    @Inject
    DataSource dataSource;

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void doesNotWaitForARowForEver() throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from users where id = " + seed.id("ALFKI") + " for update");
            HttpResponse<String> late = mutate();
            connection.rollback();

            JsonNode error = error(late);
            assertThat(error.at("/extensions/code").asText()).isEqualTo("SERIALIZATION_RETRY");
            assertThat(error.at("/extensions/retryable").asBoolean()).isTrue();
            assertThat(error.at("/message").asText())
                    .isEqualTo(
                            "Another transaction keeps a row that this operation needs; nothing was stored, so send the operation again");
            connection.setAutoCommit(true);
        }
        seed.changes().andNothingElse();
        assertThat(mutate().body()).doesNotContain("errors");
    }

    @Test
    void sendsThoseAwayForWhomThereIsNoConnection() throws Exception {
        List<Connection> all = new ArrayList<>();
        try {
            while (all.size() < LittleRoom.CONNECTIONS) {
                all.add(dataSource.getConnection());
            }
            for (HttpResponse<String> away :
                    List.of(mutate(), new Http(address).json("{\"query\": \"{ users(first: 1) { totalCount } }\"}"))) {
                assertThat(away.statusCode()).as(away.body()).isEqualTo(503);
                assertThat(away.headers().firstValue("Retry-After")).contains("1");
                assertThat(error(away).at("/extensions/code").asText()).isEqualTo("RATE_LIMITED");
                assertThat(error(away).at("/message").asText())
                        .startsWith("All connections to the database are in use");
                assertThat(error(away).at("/extensions/retryable").asBoolean()).isTrue();
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        seed.changes().andNothingElse();
    }

    private HttpResponse<String> mutate() {
        return new Http(address).json("{\"query\": \"" + UPDATE.formatted(seed.id("ALFKI")) + "\"}");
    }

    private static JsonNode error(HttpResponse<String> response) {
        return Graphql.parse(response.body()).at("/errors/0");
    }
}
