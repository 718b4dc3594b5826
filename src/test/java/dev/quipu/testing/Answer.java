package dev.quipu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What the API answers to an operation that may be refused.
 *
 * <pre>{@code Answer.to("mutation { deleteOrder(input: {id: 7}) { deletedId } }").refusedOnce().code()}</pre>
 */
public final class Answer {

    private final JsonNode response;

    private Answer(JsonNode response) {
        this.response = response;
    }

    public static Answer to(String document) {
        return to(document, Map.of());
    }

    public static Answer to(String document, Map<String, ?> variables) {
        return new Answer(Graphql.execute(document, variables));
    }

    /** Requires that there are no errors, and gives the data. */
    public JsonNode succeeded() {
        assertThat(response.path("errors")).as("errors").isEmpty();
        return response.get("data");
    }

    public boolean isRefused() {
        return response.has("errors");
    }

    /** Requires that there are errors and no data, and gives the errors. */
    public List<Fault> refused() {
        assertThat(response.path("errors")).as("errors").isNotEmpty();
        // a request that is not understood has no data at all
        assertThat(response.path("data").isMissingNode() || response.get("data").isNull())
                .as("there is no data")
                .isTrue();
        return StreamSupport.stream(response.get("errors").spliterator(), false)
                .map(Fault::of)
                .toList();
    }

    /** Requires exactly one error and no data. */
    public Fault refusedOnce() {
        List<Fault> faults = refused();
        assertThat(faults).as("errors").hasSize(1);
        return faults.get(0);
    }

    @Override
    public String toString() {
        return response.toPrettyString();
    }
}
