package dev.quipu.mutation;

import org.hibernate.Session;

/**
 * What the caller reads in the transaction that carries out its commands.
 *
 * @param <T> what it makes of it
 */
public interface Reading<T> {

    /** Reads rows as they are before the commands, such as those that will be deleted. */
    default void before(Session session) {}

    /**
     * Reads the settled rows; the transaction commits afterwards, unless the operation is a preview.
     */
    T after(Session session, Outcome outcome);
}
