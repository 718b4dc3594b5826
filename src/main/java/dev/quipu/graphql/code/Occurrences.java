package dev.quipu.graphql.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quipu.graphql.fetch.CodeFieldNames;
import dev.quipu.graphql.schema.CodeField;
import dev.quipu.query.NodeId;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where in an answer code has to put in values. Looks only along what the client selected, never into a JSON attribute, so nothing
 * that is stored can be taken for a row.
 */
final class Occurrences {

    private final CodeFieldNames fields;
    private final List<Occurrence> found = new ArrayList<>();
    private final Map<ObjectNode, NodeId> rows = new IdentityHashMap<>();

    Occurrences(CodeFieldNames fields) {
        this.fields = fields;
    }

    /** One field that was selected at one place, and the rows there. */
    record Occurrence(CodeField field, SelectedField selected, List<ObjectNode> rows) {}

    List<Occurrence> found() {
        return found;
    }

    /** The id of a row, as text. */
    String id(ObjectNode row) {
        return Objects.requireNonNull(rows.get(row), "only marked rows are found")
                .id();
    }

    void search(List<? extends JsonNode> nodes, DataFetchingFieldSelectionSet selected) {
        List<ObjectNode> objects = nodes.stream()
                .flatMap(Occurrences::elements)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
        if (objects.isEmpty()) {
            return;
        }
        objects.forEach(this::note);
        for (SelectedField field : selected.getImmediateFields()) {
            if (!computed(field, objects)
                    && !field.getSelectionSet().getImmediateFields().isEmpty()) {
                search(
                        objects.stream()
                                .filter(object -> object.has(field.getResultKey()))
                                .map(object -> object.get(field.getResultKey()))
                                .toList(),
                        field.getSelectionSet());
            }
        }
    }

    private void note(ObjectNode object) {
        JsonNode mark = object.remove(CodeFieldNames.ROW);
        if (mark != null) {
            rows.put(object, NodeId.parse(mark.textValue()));
        }
    }

    private boolean computed(SelectedField selected, List<ObjectNode> objects) {
        boolean computed = false;
        for (String type : selected.getObjectTypeNames()) {
            CodeField field = fields.find(type, selected.getName());
            if (field != null) {
                computed = true;
                found.add(new Occurrence(
                        field,
                        selected,
                        objects.stream().filter(row -> isOf(field, row)).toList()));
            }
        }
        return computed;
    }

    private boolean isOf(CodeField field, ObjectNode row) {
        NodeId id = rows.get(row);
        return id != null && id.entity().equals(field.entity().name());
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).flatMap(Occurrences::elements)
                : Stream.of(node);
    }
}
