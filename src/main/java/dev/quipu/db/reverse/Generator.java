package dev.quipu.db.reverse;

import dev.quipu.db.reverse.StoredSchema.StoredSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who gives the ids of a table. */
sealed interface Generator {

    /** The table, when it inserts a row; it refuses ids from elsewhere. */
    record ByTable() implements Generator {}

    /** A sequence, that of a serial or an identity too. */
    record BySequence(StoredSequence sequence) implements Generator {}

    /** The row that the id refers to. */
    record ByReference() implements Generator {}

    /** Whoever makes the row. */
    record ByWriter() implements Generator {}

    Pattern NEXTVAL = Pattern.compile("nextval\\('\"?([^'\"]+)\"?'::regclass\\)");
    int PANACHE_STEP = 50;

    static Generator of(EntityPlan plan, StoredSchema schema) {
        StoredColumn id = plan.id();
        if (plan.toOne(id) != null) {
            return new ByReference();
        }
        if (id.identity().equals("always")) {
            return new ByTable();
        }
        StoredSequence sequence = sequence(plan, schema);
        return sequence == null ? new ByWriter() : new BySequence(sequence);
    }

    private static @Nullable StoredSequence sequence(EntityPlan plan, StoredSchema schema) {
        String table = plan.table().name().text();
        String id = plan.id().name().text();
        List<@Nullable String> names = new ArrayList<>();
        names.add(plan.id().sequence());
        names.add(ofDefault(plan.id().defaultValue()));
        if (!plan.id().plainType().contains("char") && !plan.id().plainType().equals("text")) {
            names.add(table + "_seq");
            names.add(table + "_" + id + "_seq");
        }
        return names.stream()
                .flatMap(name -> Stream.ofNullable(schema.sequence(name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String ofDefault(@Nullable String expression) {
        Matcher nextval = NEXTVAL.matcher(String.valueOf(expression));
        return nextval.matches() ? nextval.group(1) : null;
    }

    /** Whether {@code PanacheEntity} says all of this id. */
    static boolean isPanaches(EntityPlan plan, Generator generator) {
        return generator instanceof BySequence by
                && plan.attribute(plan.id()).equals("id")
                && plan.id().plainType().equals("bigint")
                && plan.id().defaultValue() == null
                && by.sequence().owner() == null
                && by.sequence().increment() == PANACHE_STEP
                && by.sequence().name().sql().equals(plan.table().name().sql() + "_seq");
    }
}
