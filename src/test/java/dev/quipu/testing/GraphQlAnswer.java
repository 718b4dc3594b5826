package dev.quipu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;

/** What the API answered. */
public final class GraphQlAnswer {

    private final JsonPath json;

    GraphQlAnswer(JsonPath json) {
        this.json = json;
    }

    /** Requires that there are no errors. */
    public GraphQlAnswer succeeded() {
        assertThat(json.<Object>get("errors")).as("errors").isNull();
        return this;
    }

    /** Requires that there are errors and no data, and gives the errors. */
    public List<GraphQlFault> refused() {
        List<Map<String, Object>> errors = json.getList("errors");
        assertThat(errors).as("errors in " + json.prettify()).isNotEmpty();
        assertThat(json.<Object>get("data")).as("data").isNull();
        return errors.stream().map(GraphQlFault::of).toList();
    }

    /** Requires exactly one error and no data. */
    public GraphQlFault refusedOnce() {
        List<GraphQlFault> faults = refused();
        assertThat(faults).as("errors in " + json.prettify()).hasSize(1);
        return faults.get(0);
    }

    /** A value within the data: {@code at("createOrder.order.items.nodes[0].amount")}. */
    public <T> T at(String path) {
        return json.get("data." + path);
    }

    /** An id within the data, as the database has it. */
    public long id(String path) {
        return Long.parseLong(at(path));
    }

    @Override
    public String toString() {
        return json.prettify();
    }
}
