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
    void answersAMutationThroughAWebSocket() {
        try (GraphqlSocket socket =
                new GraphqlSocket(URI.create(graphql.toString().replace("http:", "ws:")))) {
            socket.send("""
                    {"id": "1", "type": "subscribe", "payload": {"query": "mutation @preview { createRole(input: {role: {name: \\"weaver\\"}}) { role { name } } }"}}
                    """);

            assertThat(socket.receive())
                    .contains("{\"createRole\":{\"role\" : {\"name\" : \"weaver\"}}}")
                    .contains("\"type\":\"next\"");
        }
    }

    @Test
    void takesAnObjectApart() {
        Json object = new Json("{\"a\" : {\"id\" : \"1\"}, \"b\" : null, \"c\" : [1, \"é}\"], \"d\" : \"x\"}");

        Map<String, Object> parts = object.parts();

        assertThat(parts)
                .containsEntry("a", new Json("{\"id\" : \"1\"}"))
                .containsEntry("b", null)
                .containsEntry("c", new Json("[1, \"é}\"]"))
                .containsEntry("d", new Json("\"x\""));
        assertThat(parts.keySet()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void composesAnObjectOfParts() {
        Map<String, Json> parts = new LinkedHashMap<>();
        parts.put("order", new Json("{\"id\" : \"1\"}"));
        parts.put("affected", null);

        assertThat(Json.object(parts).text()).isEqualTo("{\"order\" : {\"id\" : \"1\"}, \"affected\" : null}");
    }
}
