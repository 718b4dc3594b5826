package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRows;
import dev.quipu.model.BasicAttribute;
import dev.quipu.rule.RowChanged;
import dev.quipu.rule.RowChanged.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;

/** What one transaction has changed, as far as somebody listens. */
final class Journal {

    /** Far above what observers need that settle at all. */
    private static final int MOST_ROUNDS = 100;

    private record Key(Class<?> entity, Object id) {}

    private final EventSource session;
    private final Watch watch;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<RowChanged<?>> untold = new ArrayList<>();
    private final Map<Key, @Nullable RowChanged<?>> net = new LinkedHashMap<>();
    private boolean telling;

    Journal(EventSource session, Watch watch) {
        this.session = session;
        this.watch = watch;
    }

    /** The change, unless it changes nothing. */
    static @Nullable RowChanged<?> compare(RowChanged<?> change) {
        return attributes(change).anyMatch(change::changed) ? change : null;
    }

    /** Whether more than the version differs, which advances even where a row is changed back. */
    private static boolean differs(RowChanged<?> change) {
        BasicAttribute version = change.model().version();
        return attributes(change)
                .anyMatch(name -> change.changed(name)
                        && (change.kind() != Kind.UPDATED
                                || version == null
                                || !version.name().equals(name)));
    }

    private static Stream<String> attributes(RowChanged<?> change) {
        return Stream.concat(change.before().keySet().stream(), change.after().keySet().stream());
    }

    /** A flush is about to write these rows. */
    void expect(Collection<Sighting> seen) {
        sightings.clear();
        sightings.addAll(seen);
    }

    /** The flush has written. Within an observer only takes note: whoever is telling already goes on with it. */
    void written() {
        readUnread();
        ManagedRows rows = new ManagedRows(session);
        sightings.stream()
                .map(seen -> seen.change(rows))
                .filter(Objects::nonNull)
                .forEach(this::note);
        sightings.clear();
        if (!telling && !untold.isEmpty()) {
            tell();
        }
    }

    private void readUnread() {
        Map<RuledEntity, List<Object>> unread = sightings.stream()
                .filter(Sighting::unread)
                .collect(Collectors.groupingBy(
                        Sighting::entity,
                        LinkedHashMap::new,
                        Collectors.mapping(Sighting::id, Collectors.<Object>toList())));
        unread.forEach((entity, ids) -> session.findMultiple(entity.model.javaType(), ids));
    }

    private void note(RowChanged<?> change) {
        if (watch.during(change)) {
            untold.add(change);
        }
        if (watch.after(change)) {
            net.merge(new Key(change.model().javaType(), change.id()), change, Journal::netted);
        }
    }

    private static RowChanged<?> netted(RowChanged<?> first, RowChanged<?> last) {
        return new RowChanged<Object>(last.model(), last.entity(), last.id(), first.before(), last.after());
    }

    private void tell() {
        telling = true;
        try {
            for (int round = 0; !untold.isEmpty(); round++) {
                List<RowChanged<?>> changes = List.copyOf(untold);
                if (round == MOST_ROUNDS) {
                    throw unsettled(changes);
                }
                untold.clear();
                changes.forEach(watch::tell);
                session.flush();
            }
        } catch (RuntimeException | Error problem) {
            // whoever catches it must not commit half of what belongs together
            session.markForRollbackOnly();
            throw problem;
        } finally {
            telling = false;
            untold.clear();
        }
    }

    private static IllegalStateException unsettled(List<RowChanged<?>> changes) {
        var entities = changes.stream()
                .map(change -> "RowChanged<" + change.model().name() + ">")
                .collect(Collectors.toCollection(TreeSet::new));
        return new IllegalStateException("RULE-302 The observers of " + String.join(", ", entities)
                + " do not settle: after " + MOST_ROUNDS + " rounds they still change rows, the last being "
                + changes.get(changes.size() - 1).model().name() + " "
                + changes.get(changes.size() - 1).id()
                + ". Let an observer change a row only if that makes a difference.");
    }

    /** The transaction has ended. */
    void end(boolean committed) {
        List<RowChanged<?>> changes = net.values().stream()
                .map(Objects::requireNonNull)
                .filter(Journal::differs)
                .collect(Collectors.<RowChanged<?>>toList());
        if (!changes.isEmpty()) {
            watch.ended(committed, changes);
        }
    }
}
