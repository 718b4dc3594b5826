package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.testing.GraphqlSocket;
import graphql.ExecutionResultImpl;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.graphql.execution.ExecutionResponse;
import java.net.URI;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JsonTest {

    @TestHTTPResource("/graphql")
    URL graphql;

    @Test
    void passesThroughTheWriterAsItIs() {
        String finished = "{\"amount\" : \"1.50\", \"nodes\" : [null, true]}";

        String response = new ExecutionResponse(new ExecutionResultImpl(Map.of("order", new Json(finished)), List.of()))
                .getExecutionResultAsString();

        assertThat(response).isEqualTo("{\"data\":{\"order\":" + finished + "}}");
    }

    @Test
    void passesThroughAWebSocketAsItIs() {
        try (GraphqlSocket socket =
                new GraphqlSocket(URI.create(graphql.toString().replace("http:", "ws:")))) {
            socket.send("""
                    {"id": "1", "type": "subscribe", "payload": {"query": "{ roles(first: 0) { totalCount nodes { id } } }"}}
                    """);

            assertThat(socket.receive()).contains("\"nodes\" : []").contains("\"type\":\"next\"");
        }
    }

    @Test
    void composesAnObjectOfParts() {
        Map<String, Json> parts = new LinkedHashMap<>();
        parts.put("order", new Json("{\"id\" : \"1\"}"));
        parts.put("affected", null);

        assertThat(Json.object(parts).text()).isEqualTo("{\"order\" : {\"id\" : \"1\"}, \"affected\" : null}");
    }
}
