package dev.quipu.mutation;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.mutation.AttributeWrite.Connect;
import dev.quipu.mutation.Refusal.Place;
import dev.quipu.rule.InsertedParents;
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
 */
record Doubts(List<UniqueValue> values, List<Target> targets, List<RowKey> absent, Map<String, List<Object>> touched) {

    /** A written row's value of an attribute that is a key. */
    record UniqueValue(Place place, EntityModel entity, BasicAttribute attribute, Object row, Object value) {}

    /** The id to which a written row's reference was pointed. */
    record Target(Place place, EntityModel entity, ToOneAttribute reference, EntityModel target, Object id) {}

    /** Looks at memory only. */
    static Doubts of(Attempt attempt) {
        Reader reader = new Reader(attempt);
        attempt.written().forEach(reader::read);
        attempt.removed().forEach(removed -> reader.touch(removed.entity(), removed.id()));
        reader.touchDeleted();
        return new Doubts(reader.values, reader.targets, List.copyOf(attempt.absent()), reader.touched);
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
            if (entry != null && entry.getStatus().isDeletedOrGone()) {
                return;
            }
            touch(written.entity(), state.id(written.entity(), row));
            UniqueKeys.attributes(written.entity()).forEach(attribute -> value(written, attribute));
            written.write().attributes().forEach((name, write) -> {
                if (write instanceof Connect connect && written.entity().attribute(name) instanceof ToOneAttribute to) {
                    target(written, to, connect);
                }
            });
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
            if (id != null && !InsertedParents.inserts(written.entity(), reference, target)) {
                targets.add(new Target(written.placeOf(reference.name()), written.entity(), reference, target, id));
            }
        }
    }
}
