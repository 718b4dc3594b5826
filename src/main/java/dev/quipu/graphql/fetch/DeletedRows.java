package dev.quipu.graphql.fetch;

import dev.quipu.graphql.Json;
import dev.quipu.graphql.fetch.PayloadPart.Row;
import dev.quipu.query.Condition;
import dev.quipu.query.Operands;
import dev.quipu.query.Output;
import dev.quipu.query.Output.ForeignKey;
import dev.quipu.query.Output.Reference;
import dev.quipu.query.Reader;
import dev.quipu.query.RowRequest;
import dev.quipu.query.Selection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Rows that an operation deletes, for its payloads: their own values, keys and collections as they were, but the rows that they refer
 * to as the operation left them. So what a client keeps of a customer agrees with what {@code affected} says of it.
 */
final class DeletedRows {

    private final Reader reader;
    private final Map<Row, @Nullable Deleted> rows = new IdentityHashMap<>();

    DeletedRows(Reader reader) {
        this.reader = reader;
    }

    /** A row as it was, and by their keys in it the rows that it referred to. */
    private record Deleted(Json row, Map<String, RowRequest> targets) {}

    /** Reads the row while it is there. Code computes its fields of it now; of what is deleted it could not afterwards. */
    void before(Session session, PlannedMutation mutation, Row row, Condition condition) {
        List<Reference> references = references(row.selection());
        Json found = Json.orNull(reader.one(session, withKeys(row.selection(), references), condition));
        Map<String, RowRequest> targets = new LinkedHashMap<>();
        if (found != null && !references.isEmpty()) {
            Map<String, @Nullable Json> parts = parts(found);
            for (Reference reference : references) {
                Json id = parts.remove(hidden(reference));
                if (id != null) {
                    targets.put(reference.key(), target(reference, id));
                }
            }
            found = Json.object(parts);
        }
        rows.put(row, found == null ? null : new Deleted(mutation.finish().part(row.key(), found), targets));
    }

    /** The row with what it referred to as that is now; null if it was not there. A target that is gone too is shown as it was. */
    @Nullable
    Json after(Session session, Row row) {
        Deleted deleted = rows.get(row);
        if (deleted == null || deleted.targets().isEmpty()) {
            return deleted == null ? null : deleted.row();
        }
        Map<String, @Nullable Json> parts = parts(deleted.row());
        deleted.targets().forEach((key, target) -> {
            Json now = Json.orNull(reader.one(session, target.selection(), target.condition()));
            if (now != null) {
                parts.put(key, now);
            }
        });
        return Json.object(parts);
    }

    private static List<Reference> references(Selection selection) {
        return selection.outputs().stream()
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .toList();
    }

    private static Selection withKeys(Selection selection, List<Reference> references) {
        Stream<Output> keys = references.stream().map(to -> new ForeignKey(hidden(to), to.reference()));
        return new Selection(
                selection.entity(),
                Stream.concat(selection.outputs().stream(), keys).toList());
    }

    /** A key that no field of a response can have. */
    private static String hidden(Reference reference) {
        return "#" + reference.key();
    }

    private static RowRequest target(Reference reference, Json id) {
        String text = id.text().substring(1, id.text().length() - 1); // ids are texts in which nothing is escaped
        return RowRequest.byId(
                reference.target(), Operands.id(reference.target().entity().id(), text));
    }

    private static Map<String, @Nullable Json> parts(Json row) {
        Map<String, @Nullable Json> parts = new LinkedHashMap<>();
        row.parts().forEach((key, part) -> parts.put(key, (Json) part));
        return parts;
    }
}
