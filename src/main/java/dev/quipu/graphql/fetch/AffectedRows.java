package dev.quipu.graphql.fetch;

import dev.quipu.graphql.Json;
import dev.quipu.model.EntityModel;
import dev.quipu.query.NodeId;
import dev.quipu.query.Reader;
import dev.quipu.query.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.Session;

/** Reads the rows that the rules of one operation changed: one statement an entity, by entity and id. */
final class AffectedRows {

    private final Session session;
    private final Reader reader;
    private final Map<EntityModel, List<Object>> ids;
    private final AnswerSize size;

    AffectedRows(Session session, Reader reader, Map<EntityModel, List<Object>> ids, AnswerSize size) {
        this.session = session;
        this.reader = reader;
        this.ids = ids;
        this.size = size;
    }

    /** All of them that the API shows, but a payload's own. */
    Json beside(Set<NodeId> own, PayloadPart.Affected part) {
        size.require(
                part.selections().keySet().stream()
                        .mapToInt(entity -> others(entity, own).size())
                        .sum(),
                "\"" + part.key() + "\" of this operation has",
                "Nothing was stored. Leave it out, or change fewer rows at a time.");
        List<String> rows = new ArrayList<>();
        part.selections().values().stream()
                .sorted(Comparator.comparing(selection -> selection.entity().name()))
                .forEach(selection -> rows.addAll(read(selection, others(selection.entity(), own))));
        return Json.array(rows);
    }

    private List<Object> others(EntityModel entity, Set<NodeId> own) {
        return ids.getOrDefault(entity, List.of()).stream()
                .filter(id -> !own.contains(new NodeId(entity.name(), id.toString())))
                .toList();
    }

    private List<String> read(Selection selection, List<Object> wanted) {
        Map<Object, String> found = reader.byIds(session, selection, wanted);
        return wanted.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
