package dev.quipu.rule.engine.history;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.Model;
import dev.quipu.rule.engine.history.Recomputation.Check;
import dev.quipu.rule.engine.history.Recomputation.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/** Compares what is stored with what the rules say, all rows, all derived attributes. */
final class Oracle {

    private record Cell(Check check, Object id) {}

    private record Copy(@Nullable Object parentId, @Nullable Object value) {}

    private final List<Check> checks;
    private Map<Cell, Copy> copies = Map.of();

    Oracle(Model model) {
        checks = new Recomputation(model).checks();
    }

    /** What it knows about copies, to return to when a transaction is rolled back. */
    Object bookmark() {
        return copies;
    }

    @SuppressWarnings("unchecked")
    void returnTo(Object bookmark) {
        copies = (Map<Cell, Copy>) bookmark;
    }

    /** A line for each difference; to be asked after each flush, since a copy is right when it is taken. */
    List<String> differences(Session session) {
        List<String> differences = new ArrayList<>();
        Map<Cell, Copy> taken = new HashMap<>(copies);
        for (Check check : checks) {
            if (check.kind() == Kind.INVARIANT) {
                continue;
            }
            for (Object[] row : rows(session, check)) {
                Object expected = expected(check, row, taken);
                if (!same(row[1], expected)) {
                    differences.add(check.name() + " of " + row[0] + " is " + row[1] + ", should be " + expected);
                }
            }
        }
        copies = taken;
        return differences;
    }

    /** The rows that break an invariant. */
    List<String> violations(Session session) {
        List<String> violations = new ArrayList<>();
        for (Check check : checks) {
            if (check.kind() == Kind.INVARIANT) {
                rows(session, check).stream()
                        .filter(row -> Boolean.TRUE.equals(row[2]))
                        .forEach(row -> violations.add(check.entity().name() + " " + row[0] + " breaks an invariant"));
            }
        }
        return violations;
    }

    private static List<Object[]> rows(Session session, Check check) {
        return session.createSelectionQuery(check.hql(), Object[].class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .getResultList();
    }

    private @Nullable Object expected(Check check, @Nullable Object[] row, Map<Cell, Copy> taken) {
        if (check.kind() != Kind.COPY) {
            return fit(check.target(), row[2] == null && check.kind() == Kind.ADDITIVE ? 0 : row[2]);
        }
        Cell cell = new Cell(check, Objects.requireNonNull(row[0]));
        Copy before = copies.get(cell);
        Object value = before != null && Objects.equals(before.parentId(), row[3])
                ? before.value()
                : fit(check.target(), row[2]);
        taken.put(cell, new Copy(row[3], value));
        return value;
    }

    /** As PostgreSQL compares: 1.0 is 1.00, and 0.0 is -0.0. */
    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof BigDecimal x && right instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        if (left instanceof Double x && right instanceof Double y) {
            return x.equals(y) || x.doubleValue() == y.doubleValue();
        }
        return Objects.equals(left, right);
    }

    /** The value as the target's column holds it. */
    private static @Nullable Object fit(BasicAttribute target, @Nullable Object value) {
        if (value instanceof String name && target.type().isEnum()) {
            for (Object constant : target.type().getEnumConstants()) {
                if (constant.toString().equals(name)) {
                    return constant;
                }
            }
        }
        if (!(value instanceof Number number)) {
            return value;
        }
        Class<?> type = target.type();
        if (type == Double.class) {
            return number.doubleValue();
        }
        BigDecimal decimal = number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        BigDecimal rounded = decimal.setScale(type == BigDecimal.class ? target.scale() : 0, RoundingMode.HALF_UP);
        if (type == Integer.class) {
            return rounded.intValueExact();
        } else if (type == Short.class) {
            return rounded.shortValueExact();
        }
        return type == Long.class ? (Object) rounded.longValueExact() : rounded;
    }
}
