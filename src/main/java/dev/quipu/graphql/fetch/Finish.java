package dev.quipu.graphql.fetch;

import dev.quipu.graphql.Json;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;

/** Finishes what was read for one root field: puts in what code computes. */
public record Finish(CodeValues values, DataFetchingEnvironment environment) {

    /** The whole answer of the root field. */
    public Json whole(Json answer) {
        return completed(environment.getSelectionSet(), answer);
    }

    /** What stands under that key of the answer. */
    Json part(String key, Json part) {
        return environment.getSelectionSet().getImmediateFields().stream()
                .filter(field -> field.getResultKey().equals(key))
                .map(SelectedField::getSelectionSet)
                .findFirst()
                .map(selected -> completed(selected, part))
                .orElse(part);
    }

    private Json completed(DataFetchingFieldSelectionSet selected, Json json) {
        return new Json(values.complete(environment, selected, json.text()));
    }
}
