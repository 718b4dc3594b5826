package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResultImpl;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.graphql.execution.ExecutionResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JsonTest {

    @Test
    void passesThroughTheWriterAsItIs() {
        String finished = "{\"amount\" : \"1.50\", \"nodes\" : [null, true]}";

        String response = new ExecutionResponse(new ExecutionResultImpl(Map.of("order", new Json(finished)), List.of()))
                .getExecutionResultAsString();

        assertThat(response).isEqualTo("{\"data\":{\"order\":" + finished + "}}");
    }

    @Test
    void composesAnObjectOfParts() {
        Map<String, Json> parts = new LinkedHashMap<>();
        parts.put("order", new Json("{\"id\" : \"1\"}"));
        parts.put("affected", null);

        assertThat(Json.object(parts).text()).isEqualTo("{\"order\" : {\"id\" : \"1\"}, \"affected\" : null}");
    }
}
