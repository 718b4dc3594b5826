package dev.quipu.rule.engine;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.rule.RuleCause;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a row, to be said in words: {@code "OrderItem 3 amount 24.00 → 36.00"}, {@code "OrderItem 4 moved from Order 1
 * to Order 2"}.
 *
 * @param before its state; null if it did not exist
 * @param after its state; null if it does not exist any more
 */
record Change(
        RuledEntity entity,
        Object id,
        @Nullable Object @Nullable [] before,
        @Nullable Object @Nullable [] after) {

    private static final int MOST_CHARACTERS = 40;

    /** What the flush does to a row. */
    static Change of(Row row) {
        return new Change(row.entity, row.id, row.before(), row.now());
    }

    /** How it came, went, or changed in the attributes at these positions; none if it did not. */
    List<RuleCause> causes(BitSet positions) {
        @Nullable Object[] from = before;
        @Nullable Object[] to = after;
        boolean was = from != null && entity.alive(from);
        boolean is = to != null && entity.alive(to);
        if (from == null || to == null || was != is) {
            return List.of(cause(null, is ? (from == null ? "inserted" : "restored") : "deleted"));
        }
        return positions.stream()
                .filter(position -> !Values.same(from[position], to[position]))
                .mapToObj(position -> cause(
                        entity.attribute(position).name(),
                        words(entity.attribute(position), from[position], to[position])))
                .toList();
    }

    private RuleCause cause(@Nullable String attribute, String event) {
        return new RuleCause(entity.name(), id, attribute, event);
    }

    private static String words(AttributeModel attribute, @Nullable Object from, @Nullable Object to) {
        if (attribute instanceof ToOneAttribute reference) {
            String left = reference.target() + " " + from;
            String came = reference.target() + " " + to;
            return from == null
                    ? "came to " + came
                    : to == null ? "left " + left : "moved from " + left + " to " + came;
        }
        return attribute.hidden()
                ? attribute.name() + " changed"
                : attribute.name() + " " + text(from) + " → " + text(to);
    }

    private static String text(@Nullable Object value) {
        String text = value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }
}
