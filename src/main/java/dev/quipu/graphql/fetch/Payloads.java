package dev.quipu.graphql.fetch;

import dev.quipu.graphql.Json;
import dev.quipu.graphql.fetch.PayloadPart.DeletedId;
import dev.quipu.graphql.fetch.PayloadPart.DeletedNodeId;
import dev.quipu.graphql.fetch.PayloadPart.Row;
import dev.quipu.graphql.fetch.PayloadPart.Whole;
import dev.quipu.mutation.Command;
import dev.quipu.mutation.Command.Delete;
import dev.quipu.mutation.MutationRefusedException;
import dev.quipu.mutation.Reading;
import dev.quipu.mutation.Refusal.BadInput;
import dev.quipu.mutation.Refusal.Place;
import dev.quipu.mutation.Result;
import dev.quipu.mutation.RowKey;
import dev.quipu.query.Condition;
import dev.quipu.query.NodeId;
import dev.quipu.query.Operator;
import dev.quipu.query.Reader;
import dev.quipu.query.RowRequest;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads the payloads of one operation within its transaction. */
final class Payloads implements Reading<List<Json>> {

    private final List<PlannedMutation> planned;
    private final Reader reader = new Reader();
    private final Map<Row, @Nullable Json> deleted = new IdentityHashMap<>();

    Payloads(List<PlannedMutation> planned) {
        this.planned = planned;
    }

    /** What is going to be deleted is read while it is there. */
    @Override
    public void before(Session session) {
        for (PlannedMutation mutation : planned) {
            if (mutation.command() instanceof Delete delete) {
                Condition condition = of(delete.target().key());
                mutation.payload().stream()
                        .filter(Row.class::isInstance)
                        .map(Row.class::cast)
                        .forEach(row -> deleted.put(row, finished(mutation, row, read(session, row, condition))));
            }
        }
    }

    @Override
    public List<Json> after(Session session, List<Result> results) {
        List<Json> payloads = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            payloads.add(planned.get(i).finish().whole(payload(session, i, results.get(i))));
        }
        return payloads;
    }

    /** Of what is going to be deleted, code can compute nothing afterwards. */
    private static @Nullable Json finished(PlannedMutation mutation, Row row, @Nullable Json read) {
        return read == null ? null : mutation.finish().part(row.key(), read);
    }

    private Json payload(Session session, int position, Result result) {
        Map<String, @Nullable Json> parts = new LinkedHashMap<>();
        for (PayloadPart part : planned.get(position).payload()) {
            if (part instanceof Whole whole) {
                return whole.answer().of(session, result.returned());
            }
            parts.put(part.key(), json(session, part, position, result));
        }
        return Json.object(parts);
    }

    private Json json(Session session, PayloadPart part, int position, Result result) {
        if (part instanceof Row row) {
            return row(session, row, position, result);
        }
        if (part instanceof DeletedId) {
            return text(result.id().toString());
        }
        return part instanceof DeletedNodeId
                ? text(new NodeId(result.entity().name(), result.id().toString()).encode())
                : text(((PayloadPart.TypeName) part).name());
    }

    private Json row(Session session, Row row, int position, Result result) {
        Command command = result.command();
        Json json = command instanceof Delete
                ? deleted.get(row)
                : read(
                        session,
                        row,
                        RowRequest.byId(row.selection(), result.id()).condition());
        if (json != null) {
            return json;
        }
        throw new MutationRefusedException(List.of(new BadInput(
                new Place(position, command.path()),
                result.entity().name() + " " + result.id() + " is deleted by the same operation; do not ask for \""
                        + row.key() + "\" in this payload.")));
    }

    private static Condition of(RowKey key) {
        return new Condition.And(key.entity()
                .basics()
                .filter(attribute -> key.values().containsKey(attribute.name()))
                .<Condition>map(attribute -> new Condition.Compare(
                        attribute,
                        Operator.EQ,
                        Objects.requireNonNull(key.values().get(attribute.name()))))
                .toList());
    }

    private @Nullable Json read(Session session, Row row, Condition condition) {
        return Json.orNull(reader.one(session, row.selection(), condition));
    }

    /** Ids and names of types, in which nothing needs escaping but quotes. */
    private static Json text(String plain) {
        return new Json('"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }
}
