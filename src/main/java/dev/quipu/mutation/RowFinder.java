package dev.quipu.mutation;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.mutation.Refusal.NotFound;
import dev.quipu.mutation.Refusal.VersionConflict;
import dev.quipu.mutation.RowWriter.Owner;
import dev.quipu.query.Condition;
import dev.quipu.query.Operator;
import dev.quipu.query.RowSearch;
import dev.quipu.security.Action;
import dev.quipu.security.Right;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;

/** Finds the rows that commands name, those of the same operation included, without a flush in between. */
final class RowFinder {

    private final Attempt attempt;
    private final SessionImplementor session;
    private final RowState state;
    private final StoredRows stored;

    RowFinder(Attempt attempt, RowState state) {
        this.attempt = attempt;
        this.session = attempt.session();
        this.state = state;
        this.stored = new StoredRows(attempt, state);
    }

    /** The row, if it is there in the version that the client has seen; else null, and refused. */
    @Nullable
    Object require(RowTarget target) {
        Object row = require(target.key());
        return row != null && isAsSeen(target, row) ? row : null;
    }

    /** Whether the row is in the version that the client has seen, if it has named one; else that is refused. */
    boolean isAsSeen(RowTarget target, Object row) {
        EntityModel entity = target.key().entity();
        BasicAttribute version = entity.version();
        if (target.seen() == null || version == null) {
            return true;
        }
        Object expected = target.seen().version();
        Object stored = state.get(entity, row, version.name());
        if (stored == null || expected.equals(stored)) {
            return true;
        }
        attempt.refuse(new VersionConflict(
                attempt.place(target.seen().path()),
                entity.name(),
                state.storedId(entity, row),
                expected,
                stored,
                target.key() + " is in version " + stored + ", not " + expected
                        + ". Read it again before you change it"));
        return false;
    }

    /** The row, if it is there; else null, and refused. */
    @Nullable
    Object require(RowKey key) {
        Object row = find(key);
        if (row == null) {
            refuse(key, "There is no " + key);
        }
        return row;
    }

    @Nullable
    Object find(RowKey key) {
        EntityModel entity = key.entity();
        if (key.id() != null) {
            Object row = stored.find(key);
            return row == null || !session.contains(row) || softDeleted(entity, row) ? null : found(entity, row);
        }
        Object pending = pending(key);
        if (pending != null) {
            return pending;
        }
        Object row = stored.find(key);
        return row != null && has(key, row) ? found(entity, row) : null;
    }

    private Object found(EntityModel entity, Object row) {
        attempt.found(entity, row);
        return row;
    }

    /** Lets rows be found that somebody else than this finder's users has changed. */
    void forget() {
        stored.forget();
    }

    /**
     * A row to refer to. One that is named by its id is not loaded: its foreign key, or a rule that reads it, will tell whether
     * it is there. One that may be hidden is. Null, and refused, if it is known not to be there.
     *
     * @param inserted whether a rule inserts the row if it is not there: then it does not matter whether it is
     */
    @Nullable
    Object reference(RowKey key, boolean inserted) {
        Object id = key.id();
        if (id == null || (looksUp(key.entity()) && !inserted)) {
            return require(key);
        }
        if (removedHere(key) != null) {
            refuse(key, key + " is deleted by this operation");
            return null;
        }
        return session.getReference(key.entity().javaType(), id);
    }

    /** The row, if this operation has removed it already, be it along with another one, which may have been hidden. */
    @Nullable
    Object removedHere(RowKey key) {
        if (key.id() == null || (mayBeHidden(key.entity()) && stored.find(key) == null)) {
            return null;
        }
        PersistenceContext context = session.getPersistenceContextInternal();
        Object row = context.getEntity(session.generateEntityKey(key.id(), state.persister(key.entity())));
        EntityEntry entry = row == null ? null : context.getEntry(row);
        return entry != null && entry.getStatus().isDeletedOrGone() ? row : null;
    }

    /** The rows that are in the owner's collection now, those of this operation included; hidden ones are not there. */
    List<Object> elements(Owner owner) {
        EntityModel entity = attempt.model().entity(owner.collection().target());
        String reference = owner.collection().mappedBy();
        return Stream.concat(storedElements(owner, entity, reference), attempt.written(entity).stream())
                .distinct()
                .filter(session::contains)
                .filter(row -> is(owner, state.get(entity, row, reference)))
                .map(Object.class::cast)
                .toList();
    }

    private Stream<?> storedElements(Owner owner, EntityModel entity, String name) {
        Object id = state.id(owner.entity(), owner.row());
        if (id == null) {
            return Stream.empty();
        }
        ToOneAttribute reference = (ToOneAttribute) Objects.requireNonNull(entity.attribute(name), name);
        Condition owned = new Condition.CompareKey(reference, owner.entity().id(), Operator.EQ, id);
        if (!Sight.everywhere(attempt.access(), entity, List.of(name))) {
            owned = new Condition.And(List.of(owned, new Condition.Granted(entity, Action.READ, List.of(reference))));
        }
        return new RowSearch(session, entity, owned, attempt.access()).entities().stream();
    }

    boolean is(Owner owner, @Nullable Object row) {
        if (row == null || row == owner.row()) {
            return row != null;
        }
        Object id = state.id(owner.entity(), owner.row());
        return id != null && id.equals(state.id(owner.entity(), row));
    }

    void refuse(RowKey key, String message) {
        attempt.refuse(new NotFound(attempt.place(key.path()), key, message));
    }

    private boolean mayBeHidden(EntityModel entity) {
        return attempt.access().rows(entity, Action.READ) != Right.Fixed.ALWAYS;
    }

    /** Whether its foreign key cannot tell that a row is not there for whoever asks. */
    private boolean looksUp(EntityModel entity) {
        return NamedKeys.areLookedUp(entity, attempt.access());
    }

    private boolean softDeleted(EntityModel entity, Object row) {
        return entity.deletedAt() != null
                && state.get(entity, row, entity.deletedAt().name()) != null;
    }

    private @Nullable Object pending(RowKey key) {
        return attempt.written(key.entity()).stream()
                .filter(row -> has(key, row))
                .filter(row -> attempt.judgement()
                        .mayRead(key.entity(), row, key.attribute().name()))
                .findFirst()
                .orElse(null);
    }

    private boolean has(RowKey key, Object row) {
        return session.contains(row)
                && key.value()
                        .equals(state.get(key.entity(), row, key.attribute().name()));
    }
}
