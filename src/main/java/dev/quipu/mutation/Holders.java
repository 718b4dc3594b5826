package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.mutation.Doubts.UniqueValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who has values that must be unique, and whether somebody may know that. */
record Holders(Sight sight) {

    /** @param seen whether the value may be read there */
    record Holder(Object value, Object id, boolean seen) {}

    /** The rows that have one of the values. */
    List<Holder> of(EntityModel entity, String attribute, List<Object> values) {
        String id = entity.id().name();
        String hql = "select r." + attribute + ", r." + id + " from " + entity.entityName() + " r where r." + attribute
                + " in (:values)";
        List<Object[]> rows = sight.session()
                .createSelectionQuery(hql, Object[].class)
                .setParameterList("values", values)
                .getResultList();
        Set<Object> seen =
                sight.of(entity, attribute, rows.stream().map(row -> row[1]).toList());
        return rows.stream()
                .map(row -> new Holder(row[0], row[1], seen.contains(row[1])))
                .toList();
    }

    /** Whether a row has the value, and may not be read, or not with it: then no attempt will find it. */
    boolean hide(UniqueValue value) {
        return !isOpen(value.entity(), List.of(value.attribute().name()))
                && of(value).stream().anyMatch(holder -> !holder.seen());
    }

    /** Whether it may be told that the attributes have values that some row has already. */
    boolean tell(EntityModel entity, List<String> attributes, @Nullable UniqueValue disputed) {
        return isOpen(entity, attributes)
                || (disputed != null && of(disputed).stream().anyMatch(Holder::seen));
    }

    private List<Holder> of(UniqueValue value) {
        return of(value.entity(), value.attribute().name(), List.of(value.value()));
    }

    private boolean isOpen(EntityModel entity, List<String> attributes) {
        return Sight.everywhere(sight.access(), entity, attributes);
    }
}
