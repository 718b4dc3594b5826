package dev.quipu.rule.engine.history;

import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import jakarta.persistence.GeneratedValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/** Which id each row of a history has. */
final class Identities {

    private final Map<Key, Object> ids = new HashMap<>();
    private final Map<String, Set<Object>> stored = new HashMap<>();

    /** Takes note of which rows are there now. */
    void readStored(Model model, Session session) {
        for (EntityModel entity : model.entities()) {
            stored.put(
                    entity.name(),
                    new HashSet<>(session.createSelectionQuery("select id from " + entity.entityName(), Object.class)
                            .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                            .getResultList()));
        }
    }

    /** Whether the row was there when last looked. */
    boolean isStored(Key key) {
        return stored.getOrDefault(key.entity(), Set.of()).contains(of(key));
    }

    @Nullable
    Object of(Key key) {
        return ids.get(key);
    }

    void assign(EntityModel entity, Object row, Key key) {
        if (!isGenerated(entity)) {
            Attributes.set(entity, row, entity.id().name(), idOf(entity.id().type(), key.number()));
        }
    }

    void remember(EntityModel entity, Object row, Key key) {
        Object id = Attributes.get(entity, row, entity.id().name());
        if (id != null) {
            ids.put(key, id);
        }
    }

    private static boolean isGenerated(EntityModel entity) {
        try {
            return entity.javaType().getField(entity.id().name()).isAnnotationPresent(GeneratedValue.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Their order is not that of the numbers. */
    private static Object idOf(Class<?> type, int number) {
        int shuffled = (number * 37) % 1009;
        if (type == String.class) {
            return "k" + shuffled;
        } else if (type == UUID.class) {
            return new UUID(shuffled * 0x9E3779B97F4A7C15L, number);
        }
        return type == Integer.class ? (Object) shuffled : (Object) (long) shuffled;
    }
}
