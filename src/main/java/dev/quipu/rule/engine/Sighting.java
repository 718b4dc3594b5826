package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow;
import dev.quipu.change.ManagedRows;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.rule.RowChanged;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row that somebody listens to, seen before a flush writes, to be compared with what is there afterwards. */
final class Sighting {

    private final RuledEntity entity;
    private final Object id;
    private final @Nullable Row ruled;
    private final @Nullable ManagedRow managed;
    private final Map<String, @Nullable Object> before;

    /**
     * @param managed its instance, if the session has read it
     * @param ruled what the rules did to it, if they did anything
     */
    Sighting(RuledEntity entity, Object id, @Nullable ManagedRow managed, @Nullable Row ruled, ManagedRows rows) {
        this.entity = entity;
        this.id = id;
        this.managed = managed;
        this.ruled = ruled;
        this.before = managed == null || managed.fate() == ManagedRow.Fate.INSERT || isNew(ruled)
                ? Map.of()
                : values(managed, rows);
    }

    RuledEntity entity() {
        return entity;
    }

    Object id() {
        return id;
    }

    /** Whether its instance is yet to be read, since only rules have touched the row. */
    boolean unread() {
        return managed == null;
    }

    /** What became of the row; null if nothing did. */
    @Nullable
    RowChanged<?> change(ManagedRows rows) {
        ManagedRow present = rows.find(entity.persister, id);
        Map<String, @Nullable Object> now =
                present == null || !present.initialized() ? Map.of() : values(present, rows);
        ManagedRow instance = managed == null ? present : managed;
        if (instance == null) {
            return null;
        }
        Map<String, @Nullable Object> old = unread() && !isNew(ruled) ? now : before;
        return Journal.compare(new RowChanged<>(entity.model, instance.entity(), id, alive(overlaid(old)), alive(now)));
    }

    private static boolean isNew(@Nullable Row ruled) {
        return ruled != null && ruled.known() && ruled.before() == null;
    }

    private Map<String, @Nullable Object> values(ManagedRow row, ManagedRows rows) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (AttributeModel attribute : entity.model.attributes().values()) {
            if (attribute.equals(entity.model.id())) {
                values.put(attribute.name(), id);
            } else if (attribute instanceof ToOneAttribute reference && row.fetched(reference.position())) {
                values.put(attribute.name(), rows.idOf(row.loaded(reference.position())));
            } else if (attribute instanceof BasicAttribute basic && row.fetched(basic.position())) {
                values.put(attribute.name(), Values.fit(basic, row.loaded(basic.position())));
            }
        }
        return values;
    }

    /** What the row held before the rules: the session's instance follows them at once, or was read only after them. */
    private Map<String, @Nullable Object> overlaid(Map<String, @Nullable Object> values) {
        @Nullable Object[] state = ruled == null ? null : ruled.before();
        if (state == null || values.isEmpty()) {
            return values;
        }
        Map<String, @Nullable Object> overlaid = new LinkedHashMap<>(values);
        entity.ruled.stream()
                .filter(position -> position != entity.idPosition())
                .forEach(position -> overlaid.put(entity.attribute(position).name(), state[position]));
        return overlaid;
    }

    /** A softly deleted row is not there. */
    private Map<String, @Nullable Object> alive(Map<String, @Nullable Object> values) {
        BasicAttribute deletedAt = entity.model.deletedAt();
        return deletedAt != null && Objects.nonNull(values.get(deletedAt.name())) ? Map.of() : values;
    }
}
