package dev.quipu.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quipu.change.ManagedRow;
import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.change.ManagedRows;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An audited row, seen before a flush writes it. */
final class AuditedRow {

    private final AuditedEntity entity;
    private final ManagedRow row;
    private final Fate fate;
    private final boolean lay;
    private final Map<AttributeModel, @Nullable Object> before;

    AuditedRow(AuditedEntity entity, ManagedRow row, ManagedRows rows) {
        this.entity = entity;
        this.row = row;
        this.fate = row.fate();
        this.lay = deleted();
        this.before = fate == Fate.INSERT ? Map.of() : entity.values(row, rows);
    }

    private boolean deleted() {
        BasicAttribute deletedAt = entity.model().deletedAt();
        return deletedAt != null && row.loaded(deletedAt.position()) != null;
    }

    /** What became of it, when the flush has written; null if nothing did that an entry tells of. */
    @Nullable
    Entry entry(ManagedRows rows) {
        Map<AttributeModel, @Nullable Object> after = fate == Fate.DELETE ? Map.of() : entity.values(row, rows);
        AuditAction action = action();
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        for (AttributeModel attribute : entity.recorded()) {
            if (!same(attribute, before.get(attribute), after.get(attribute))) {
                changes.set(attribute.name(), change(attribute, after));
            }
        }
        return action == AuditAction.UPDATE && changes.isEmpty()
                ? null
                : new Entry(entity.model().name(), String.valueOf(row.id()), action, changes.toString());
    }

    private AuditAction action() {
        return switch (fate) {
            case INSERT -> AuditAction.CREATE;
            case DELETE -> AuditAction.DELETE;
            case UPDATE, NOTHING -> lay && !deleted() ? AuditAction.RESTORE : AuditAction.UPDATE;
        };
    }

    private boolean same(AttributeModel attribute, @Nullable Object old, @Nullable Object now) {
        return attribute instanceof BasicAttribute basic
                ? row.persister().getPropertyTypes()[basic.position()].isEqual(old, now)
                : Objects.equals(old, now);
    }

    private ObjectNode change(AttributeModel attribute, Map<AttributeModel, @Nullable Object> after) {
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        if (entity.conceals(attribute)) {
            return change.put("hidden", true);
        }
        if (before.containsKey(attribute)) {
            change.set("before", RecordedValue.of(attribute, before.get(attribute)));
        }
        if (after.containsKey(attribute)) {
            change.set("after", RecordedValue.of(attribute, after.get(attribute)));
        }
        return change;
    }
}
