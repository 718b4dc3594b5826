package dev.quipu.testing.verifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** One of the changes that a case makes, in any order; see {@link RuleVerifier#change} and its neighbours. */
public abstract sealed class Change {

    abstract void make(Session session);

    /** The rows that it changes itself, and whose assigned attributes need no expectation; none if it does not say. */
    Collection<?> rows() {
        return List.of();
    }

    static final class Edit<T> extends Change {

        private final T entity;
        private final Consumer<T> edit;

        Edit(T entity, Consumer<T> edit) {
            this.entity = entity;
            this.edit = edit;
        }

        @Override
        void make(Session session) {
            edit.accept(managed(session, entity));
        }

        @Override
        Collection<?> rows() {
            return List.of(entity);
        }
    }

    /** The insertion of a new entity, and of what it cascades to; made anew in each run. */
    public static final class Insert<T> extends Change {

        private final Supplier<T> entity;
        private final List<Object> rows = new ArrayList<>();
        private @Nullable T inserted;

        Insert(Supplier<T> entity) {
            this.entity = entity;
        }

        /** What the latest run has inserted. */
        public T entity() {
            return Objects.requireNonNull(
                    inserted, "nothing is inserted yet: ask in a lambda, is(() -> ..entity(), ..)");
        }

        @Override
        void make(Session session) {
            Set<Object> before = managed(session);
            inserted = entity.get();
            session.persist(inserted);
            rows.clear();
            rows.addAll(managed(session));
            rows.removeAll(before);
        }

        private static Set<Object> managed(Session session) {
            Set<Object> managed = Collections.newSetFromMap(new IdentityHashMap<>());
            // not Session.getManagedEntities(), which fails in a session that has none yet
            for (var entry : session.unwrap(SharedSessionContractImplementor.class)
                    .getPersistenceContextInternal()
                    .reentrantSafeEntityEntries()) {
                managed.add(entry.getKey());
            }
            return managed;
        }

        @Override
        Collection<?> rows() {
            return rows;
        }
    }

    static final class Remove extends Change {

        private final Object entity;

        Remove(Object entity) {
            this.entity = entity;
        }

        @Override
        void make(Session session) {
            session.remove(managed(session, entity));
        }

        @Override
        Collection<?> rows() {
            return List.of(entity);
        }
    }

    static final class Work extends Change {

        private final Consumer<Session> work;

        Work(Consumer<Session> work) {
            this.work = work;
        }

        @Override
        void make(Session session) {
            work.accept(session);
        }
    }

    /** The session's own instance of an entity that was given; never a proxy, whose fields nobody would read. */
    @SuppressWarnings("unchecked")
    private static <T> T managed(Session session, T entity) {
        Object id = session.getFactory().getPersistenceUnitUtil().getIdentifier(entity);
        T found = id == null ? null : session.find(Hibernate.getClass(entity), id);
        if (found == null) {
            throw new AssertionError(Hibernate.getClass(entity).getSimpleName() + " " + id
                    + " is to be changed and was not given. Name it, or an entity that cascades to it, in given(..).");
        }
        return (T) Hibernate.unproxy(found);
    }
}
