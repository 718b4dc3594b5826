package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.change.RowTrace;
import dev.quipu.model.EntityModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows the rules have changed in one session, all its flushes netted. */
final class Trace implements RowTrace {

    private record Key(RuledEntity entity, Object id) {}

    /**
     * What became of a row.
     *
     * @param before its state before the first flush that touched it; null if it did not exist
     * @param now its state after the last; null if it does not exist any more
     * @param byRule whether a rule inserted it
     */
    private record Course(
            @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] now, boolean byRule) {}

    private final Map<Key, Course> courses = new LinkedHashMap<>();
    private final Collection<Trace> open;

    /** @param open where it stands as long as it is to be told */
    Trace(Collection<Trace> open) {
        this.open = open;
    }

    void note(Rows settled) {
        settled.entities()
                .forEach(entity ->
                        settled.of(entity).values().stream().filter(Row::known).forEach(this::note));
    }

    private void note(Row row) {
        Key key = new Key(row.entity, row.id);
        @Nullable Object[] now = row.now();
        Course course = courses.get(key);
        if (course == null && now != null && row.before() != null && !derivedDiffers(row.entity, row.before(), now)) {
            return;
        }
        @Nullable Object @Nullable [] present = now == null ? null : now.clone();
        courses.put(
                key,
                course == null
                        ? new Course(row.before(), present, row.fate == Fate.NOTHING)
                        : new Course(course.before(), present, course.byRule()));
    }

    private static boolean derivedDiffers(RuledEntity entity, @Nullable Object[] before, @Nullable Object[] now) {
        BitSet derived = entity.derivedPositions();
        return derived.stream().anyMatch(position -> !Values.same(before[position], now[position]));
    }

    @Override
    public Map<EntityModel, List<Object>> changed() {
        Map<EntityModel, List<Object>> changed = new LinkedHashMap<>();
        courses.forEach((key, course) -> {
            if (isChanged(key.entity(), course)) {
                changed.computeIfAbsent(key.entity().model(), entity -> new ArrayList<>())
                        .add(key.id());
            }
        });
        return changed;
    }

    private static boolean isChanged(RuledEntity entity, Course course) {
        @Nullable Object[] before = course.before();
        @Nullable Object[] now = course.now();
        if (now == null || !entity.alive(now)) {
            return false;
        }
        return before == null ? course.byRule() : derivedDiffers(entity, before, now);
    }

    @Override
    public void close() {
        open.remove(this);
    }
}
