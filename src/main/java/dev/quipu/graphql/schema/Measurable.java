package dev.quipu.graphql.schema;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.query.ValueKind;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Length;

/** Which attributes of many rows can be counted, added, compared. Not the id and the version, which measure nothing. */
final class Measurable {

    private static final Set<ValueKind> NUMBERS =
            Set.of(ValueKind.INT, ValueKind.BIG_INT, ValueKind.FLOAT, ValueKind.DECIMAL);
    private static final Set<ValueKind> TIMES = Set.of(ValueKind.DATE, ValueKind.DATE_TIME);

    private Measurable() {}

    /** Those that have a sum and an average. */
    static Stream<BasicAttribute> numbers(EntityModel entity, Shown shown) {
        return values(entity, shown).filter(attribute -> NUMBERS.contains(ValueKind.of(attribute)));
    }

    /** Those that have a smallest and a largest value. */
    static Stream<BasicAttribute> extremes(EntityModel entity, Shown shown) {
        return values(entity, shown)
                .filter(attribute -> NUMBERS.contains(ValueKind.of(attribute)) || isTime(attribute));
    }

    /** Those whose different values somebody would count or group by; long text is none of them. */
    static Stream<BasicAttribute> values(EntityModel entity, Shown shown) {
        return shown.basics(entity)
                .filter(attribute -> !attribute.equals(entity.id()) && !attribute.equals(entity.version()))
                .filter(Measurable::isShort);
    }

    static boolean isTime(BasicAttribute attribute) {
        return TIMES.contains(ValueKind.of(attribute));
    }

    /** Whether it has an order, and is short enough to be part of a cursor. */
    static boolean isShort(BasicAttribute attribute) {
        ValueKind kind = ValueKind.of(attribute);
        return kind != null && kind.ordered() && (kind != ValueKind.TEXT || attribute.length() <= Length.DEFAULT);
    }
}
