package dev.quipu.mutation;

import static dev.quipu.security.Right.Fixed.ALWAYS;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.mutation.AttributeWrite.Connect;
import dev.quipu.mutation.Refusal.Place;
import dev.quipu.rule.InsertedParents;
import dev.quipu.security.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.EntityEntry;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt has left to constraints of the database, which tells only the first that is broken.
 *
 * @param values that must be unique
 * @param targets that must exist
 * @param absent keys whose rows were made since there were none
 * @param touched the rows of each entity that the operation has written or removed: what they hold in the database does not count
 * @param disputed the value for which the database has refused the operation; null if that is not known, or the operation itself has it
 *     twice
 */
record Doubts(
        List<UniqueValue> values,
        List<Target> targets,
        List<RowKey> absent,
        Map<String, List<Object>> touched,
        @Nullable UniqueValue disputed) {

    /** A written row's value of an attribute that is a key. */
    record UniqueValue(Place place, EntityModel entity, BasicAttribute attribute, Object row, Object value) {}

    /** The id to which a written row's reference was pointed. */
    record Target(Place place, EntityModel entity, ToOneAttribute reference, EntityModel target, Object id) {}

    /** Looks at memory only. */
    static Doubts of(Attempt attempt, RuntimeException failure) {
        Reader reader = new Reader(attempt);
        attempt.certainlyWritten().forEach(reader::read);
        attempt.removed().forEach(removed -> reader.touch(removed.entity(), removed.id()));
        reader.touchDeleted();
        return new Doubts(
                reader.values,
                reader.targets,
                List.copyOf(attempt.absent()),
                reader.touched,
                reader.disputed(BrokenConstraint.behind(failure)));
    }

    private static final class Reader {

        private final Attempt attempt;
        private final RowState state;
        private final List<UniqueValue> values = new ArrayList<>();
        private final List<Target> targets = new ArrayList<>();
        private final Map<String, List<Object>> touched = new LinkedHashMap<>();

        Reader(Attempt attempt) {
            this.attempt = attempt;
            this.state = new RowState(attempt.session());
        }

        void read(WrittenRow written) {
            Object row = written.row();
            EntityEntry entry =
                    attempt.session().getPersistenceContextInternal().getEntry(row);
            Object id = state.id(written.entity(), row);
            // what was removed and flushed has no entry any more, but an id; what was never saved has neither
            if (entry == null ? id != null : entry.getStatus().isDeletedOrGone()) {
                return;
            }
            touch(written.entity(), id);
            UniqueKeys.attributes(written.entity()).forEach(attribute -> value(written, attribute));
            written.write().attributes().forEach((name, write) -> {
                if (write instanceof Connect connect && written.entity().attribute(name) instanceof ToOneAttribute to) {
                    target(written, to, connect);
                }
            });
        }

        @Nullable
        UniqueValue disputed(@Nullable BrokenConstraint broken) {
            if (broken == null || attempt.commands().stream().anyMatch(Command.Call.class::isInstance)) {
                return null; // code may have given another row the same value
            }
            List<UniqueValue> same = values.stream()
                    .filter(value -> broken.isOf(value.entity(), value.attribute(), value.value()))
                    .toList();
            return same.size() == 1 ? same.get(0) : null;
        }

        void touchDeleted() {
            for (var managed : attempt.session().getPersistenceContextInternal().reentrantSafeEntityEntries()) {
                EntityEntry entry = managed.getValue();
                if (entry.getStatus().isDeletedOrGone()) {
                    touched.computeIfAbsent(entry.getEntityName(), name -> new ArrayList<>())
                            .add(entry.getId());
                }
            }
        }

        private void touch(EntityModel entity, @Nullable Object id) {
            if (id != null) {
                touched.computeIfAbsent(entity.entityName(), name -> new ArrayList<>())
                        .add(id);
            }
        }

        private void value(WrittenRow written, BasicAttribute attribute) {
            Object value = state.get(written.entity(), written.row(), attribute.name());
            if (value == null || !written.write().attributes().containsKey(attribute.name())) {
                return;
            }
            // a row may have been written before
            values.removeIf(
                    other -> other.row() == written.row() && other.attribute().equals(attribute));
            values.add(new UniqueValue(
                    written.placeOf(attribute.name()), written.entity(), attribute, written.row(), value));
        }

        private void target(WrittenRow written, ToOneAttribute reference, Connect connect) {
            EntityModel target = connect.key().entity();
            Object id = connect.key().id();
            boolean lookedUp = attempt.access().rows(target, Action.READ) != ALWAYS;
            if (id != null && !lookedUp && !InsertedParents.inserts(written.entity(), reference, target)) {
                targets.add(new Target(written.placeOf(reference.name()), written.entity(), reference, target, id));
            }
        }
    }
}
