package dev.quipu.graphql.fetch;

import dev.quipu.graphql.Json;
import dev.quipu.graphql.fetch.PayloadPart.AffectedCount;
import dev.quipu.graphql.fetch.PayloadPart.Created;
import dev.quipu.graphql.fetch.PayloadPart.DeletedId;
import dev.quipu.graphql.fetch.PayloadPart.DeletedIds;
import dev.quipu.graphql.fetch.PayloadPart.DeletedNodeId;
import dev.quipu.graphql.fetch.PayloadPart.Row;
import dev.quipu.graphql.fetch.PayloadPart.Rows;
import dev.quipu.graphql.fetch.PayloadPart.Whole;
import dev.quipu.model.EntityModel;
import dev.quipu.mutation.Command;
import dev.quipu.mutation.Command.Delete;
import dev.quipu.mutation.MutationRefusedException;
import dev.quipu.mutation.Outcome;
import dev.quipu.mutation.Reading;
import dev.quipu.mutation.Refusal.BadInput;
import dev.quipu.mutation.Refusal.Forbidden;
import dev.quipu.mutation.Refusal.Place;
import dev.quipu.mutation.Result;
import dev.quipu.mutation.RowKey;
import dev.quipu.query.Condition;
import dev.quipu.query.NodeId;
import dev.quipu.query.Operator;
import dev.quipu.query.Reader;
import dev.quipu.query.RowRequest;
import dev.quipu.query.RowSearch;
import dev.quipu.security.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads the payloads of one operation within its transaction. */
final class Payloads implements Reading<List<Json>> {

    private final List<PlannedMutation> planned;
    private final AnswerSize size;
    private final Reader reader;
    private final DeletedRows deleted;
    private Map<EntityModel, List<Object>> affected = Map.of();

    Payloads(List<PlannedMutation> planned, AnswerSize size, Access access) {
        this.planned = planned;
        this.size = size;
        this.reader = new Reader(access);
        this.deleted = new DeletedRows(reader);
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
                        .forEach(row -> deleted.before(session, mutation, row, condition));
                session.clear(); // what code has loaded would be as old afterwards, when it is asked again
            }
        }
    }

    @Override
    public List<Json> after(Session session, Outcome outcome) {
        affected = outcome.affected();
        List<Json> payloads = new ArrayList<>();
        for (int i = 0; i < planned.size(); i++) {
            payloads.add(planned.get(i)
                    .finish()
                    .whole(payload(session, i, outcome.results().get(i))));
        }
        return payloads;
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
        if (part instanceof PayloadPart.Affected others) {
            return new AffectedRows(session, reader, affected, size).beside(ownRows(result), others);
        }
        if (part instanceof Rows rows) {
            return rows(session, rows, position, result);
        }
        if (part instanceof AffectedCount) {
            return new Json(String.valueOf(result.ids().size()));
        }
        if (part instanceof Created) {
            return new Json(String.valueOf(result.created()));
        }
        if (part instanceof DeletedIds) {
            return Json.array(result.ids().stream()
                    .map(id -> Json.name(id.toString()).text())
                    .toList());
        }
        if (part instanceof DeletedId) {
            return Json.name(result.id().toString());
        }
        return part instanceof DeletedNodeId
                ? Json.name(nodeId(result, result.id()).encode())
                : Json.name(((PayloadPart.TypeName) part).name());
    }

    private static Set<NodeId> ownRows(Result result) {
        return result.ids().stream().map(id -> nodeId(result, id)).collect(Collectors.toSet());
    }

    private static NodeId nodeId(Result result, Object id) {
        return new NodeId(result.entity().name(), id.toString());
    }

    private Json row(Session session, Row row, int position, Result result) {
        Command command = result.command();
        Json json = command instanceof Delete
                ? deleted.after(session, row)
                : read(
                        session,
                        row,
                        RowRequest.byId(row.selection(), result.id()).condition());
        if (json != null) {
            return json;
        }
        throw gone(session, row.key(), position, result, result.id());
    }

    /** All of them in one statement. */
    private Json rows(Session session, Rows rows, int position, Result result) {
        Map<Object, String> found = reader.byIds(session, rows.selection(), result.ids());
        List<String> inOrder = new ArrayList<>();
        for (Object id : result.ids()) {
            String row = found.get(id);
            if (row == null) {
                throw gone(session, rows.key(), position, result, id);
            }
            inOrder.add(row);
        }
        return Json.array(inOrder);
    }

    /** Why a row cannot be read that was written: it may not be, or it is not there any more. */
    private static MutationRefusedException gone(Session session, String key, int position, Result result, Object id) {
        Place place = new Place(position, result.command().path());
        EntityModel entity = result.entity();
        Condition named = new Condition.Compare(entity.id(), Operator.EQ, id);
        boolean there = new RowSearch(session, entity, named, Access.UNRESTRICTED).count() > 0;
        return new MutationRefusedException(List.of(
                there
                        ? Forbidden.of(place, "Reading " + entity.name() + " " + id + " as \"" + key + "\"")
                        : new BadInput(
                                place,
                                entity.name() + " " + id + " is deleted by the same operation; do not ask for \"" + key
                                        + "\" in this payload.")));
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
}
