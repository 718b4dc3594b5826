package dev.quipu.graphql.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quipu.graphql.code.Occurrences.Occurrence;
import dev.quipu.model.EntityModel;
import dev.quipu.query.Operands;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The entities behind rows of an answer, loaded with one statement for each type. */
final class LoadedRows {

    private final Map<ObjectNode, Object> entities = new IdentityHashMap<>();

    private LoadedRows() {}

    static LoadedRows of(Session session, Occurrences occurrences) {
        Map<EntityModel, Map<ObjectNode, Object>> wanted = new LinkedHashMap<>();
        for (Occurrence occurrence : occurrences.found()) {
            EntityModel entity = occurrence.field().entity();
            Map<ObjectNode, Object> ids = wanted.computeIfAbsent(entity, key -> new IdentityHashMap<>());
            occurrence.rows().forEach(row -> ids.put(row, Operands.id(entity.id(), occurrences.id(row))));
        }
        LoadedRows loaded = new LoadedRows();
        wanted.forEach((entity, ids) -> loaded.load(session, entity, ids));
        return loaded;
    }

    private void load(Session session, EntityModel entity, Map<ObjectNode, Object> ids) {
        List<Object> distinct = ids.values().stream().distinct().toList();
        List<?> found = session.findMultiple(entity.javaType(), new ArrayList<>(distinct));
        Map<Object, Object> byId = new LinkedHashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            if (found.get(i) != null) {
                byId.put(distinct.get(i), found.get(i));
            }
        }
        ids.forEach((row, id) -> {
            if (byId.containsKey(id)) {
                entities.put(row, byId.get(id));
            }
        });
    }

    /** The entity; null if it has been deleted since. */
    @Nullable
    Object of(ObjectNode row) {
        return entities.get(row);
    }
}
