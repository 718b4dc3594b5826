package dev.quipu.audit;

import dev.quipu.change.ManagedRow;
import dev.quipu.change.ManagedRows;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity whose rows are audited.
 *
 * @param recorded what its entries tell of: values of its own and references, but for what follows from them
 */
record AuditedEntity(EntityModel model, List<AttributeModel> recorded) {

    static AuditedEntity of(EntityModel entity) {
        return new AuditedEntity(
                entity,
                entity.attributes().values().stream()
                        .filter(attribute -> !attribute.stamped())
                        .filter(attribute -> attribute instanceof ToOneAttribute
                                || (attribute instanceof BasicAttribute basic && recorded(entity, basic)))
                        .toList());
    }

    private static boolean recorded(EntityModel entity, BasicAttribute attribute) {
        return !attribute.derived()
                && !attribute.computed()
                && !attribute.equals(entity.id())
                && !attribute.equals(entity.version())
                && !attribute.equals(entity.deletedAt());
    }

    /** Whether entries tell no values of the attribute. */
    boolean conceals(AttributeModel attribute) {
        return model.hidden() || attribute.hidden();
    }

    /** What Hibernate last read or wrote, by attribute; without those that it has not read. */
    Map<AttributeModel, @Nullable Object> values(ManagedRow row, ManagedRows rows) {
        Map<AttributeModel, @Nullable Object> values = new LinkedHashMap<>();
        for (AttributeModel attribute : recorded) {
            if (attribute instanceof ToOneAttribute reference) {
                values.put(attribute, rows.idOf(row.loaded(reference.position())));
            } else if (attribute instanceof BasicAttribute basic && row.fetched(basic.position())) {
                values.put(attribute, row.loaded(basic.position()));
            }
        }
        return values;
    }
}
