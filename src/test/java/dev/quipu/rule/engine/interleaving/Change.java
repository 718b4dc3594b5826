package dev.quipu.rule.engine.interleaving;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * A change that an application makes: it loads an entity and, later, does something to it.
 *
 * @param name for people
 */
record Change<T>(String name, Load<T> load, Make<T> make) {

    interface Load<T> {
        @Nullable
        T load(Session session, Rows rows);
    }

    interface Make<T> {
        void make(Session session, T loaded, Rows rows);
    }

    /** Loads the entity; what is to be done to it, null if it is not there. */
    @Nullable
    Runnable prepare(Session session, Rows rows) {
        T loaded = load.load(session, rows);
        return loaded == null ? null : () -> make.make(session, loaded, rows);
    }

    @Override
    public String toString() {
        return name;
    }
}
