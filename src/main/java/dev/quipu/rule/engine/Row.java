package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow;
import dev.quipu.change.ManagedRow.Fate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row that a flush changes, as far as the rules have come with it. */
final class Row {

    final RuledEntity entity;
    final Object id;
    final @Nullable ManagedRow managed;
    final Fate fate;
    /** Attributes that the rules have changed and nobody has written yet. */
    final BitSet unwritten = new BitSet();

    private boolean known;
    private boolean locked;
    private @Nullable Object @Nullable [] before;
    private @Nullable Object @Nullable [] now;
    private @Nullable Object @Nullable [] counted;
    private final Map<LiveReader, @Nullable Object> announced = new HashMap<>(0);

    Row(RuledEntity entity, Object id, @Nullable ManagedRow managed, Fate fate) {
        this.entity = entity;
        this.id = id;
        this.managed = managed;
        this.fate = fate;
    }

    /** The flush deletes it for good, so nothing is kept right in it. */
    boolean vanishes() {
        return fate == Fate.DELETE && !entity.model.softDeletable();
    }

    /** Its state is at hand: it is new, or it was read under a lock, or at least read. */
    boolean known() {
        return known;
    }

    /** Nobody else changes it until the transaction ends: it is new, or locked. */
    boolean locked() {
        return locked;
    }

    /** Its state when the flush began; null if it did not exist. */
    @Nullable
    Object @Nullable [] before() {
        return before;
    }

    /** Its state as the flush will leave it; null if it will not exist. */
    @Nullable
    Object @Nullable [] now() {
        return now;
    }

    /** Its state as its parents have taken it into account; null for not at all. */
    @Nullable
    Object @Nullable [] counted() {
        return counted;
    }

    void isNew(@Nullable Object[] state) {
        known = true;
        locked = true;
        now = state;
    }

    void isRead(@Nullable Object[] base, @Nullable Object @Nullable [] state, boolean underLock) {
        known = true;
        locked = underLock;
        before = base;
        counted = base.clone();
        now = state;
    }

    /** It was to be there and is not. */
    void isMissing() {
        known = false;
        now = null;
    }

    /** Sets an attribute; whether that changed it. */
    boolean set(int position, @Nullable Object value) {
        if (now == null || Values.same(now[position], value)) {
            return false;
        }
        now[position] = value;
        unwritten.set(position);
        return true;
    }

    /** Whether the flush leaves it other than it was, in what rules read or own. */
    boolean changed() {
        @Nullable Object[] old = before;
        @Nullable Object[] present = now;
        return present != null
                && (old == null
                        || entity.ruled.stream().anyMatch(position -> !Values.same(old[position], present[position])));
    }

    /** Its parents have taken its present state into account. */
    void count() {
        counted = now == null ? null : now.clone();
    }

    /** Whether what a reader reads here has changed since it was last told. */
    boolean hasNewsFor(LiveReader reader) {
        return now != null && !Values.same(announced.getOrDefault(reader, seen(before, reader)), seen(now, reader));
    }

    /** Tells a reader; whether there was news for it. */
    boolean announce(LiveReader reader) {
        boolean news = hasNewsFor(reader);
        if (news) {
            announced.put(reader, seen(now, reader));
        }
        return news;
    }

    /** What a reader finds here: nothing if the row is deleted. */
    private @Nullable Object seen(@Nullable Object @Nullable [] state, LiveReader reader) {
        return state == null || !entity.alive(state) ? null : state[reader.position()];
    }

    @Override
    public String toString() {
        return entity.name() + " " + id;
    }
}
