package dev.quipu.testing.verifier;

import dev.quipu.testing.RuledDatabase;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Tests rules as they read: these rows are given, when that changes, then those attributes follow, and nothing else does. Runs on a
 * real PostgreSQL, in a schema of its own, without starting Quarkus; one instance serves all tests of a class.
 *
 * <pre>{@code
 * static final RuleVerifier shop = RuleVerifier.of(Role.class, User.class, Product.class, Order.class, OrderItem.class, ..);
 *
 * shop.given(alice, tea, order)
 *     .when(change(line, l -> l.quantity = 10))
 *     .then(is(line, "amount", "25.00"), is(order, "amountTotal", "25.00"), is(alice, "balance", "25.00"));
 *
 * shop.given(alice, tea, order)
 *     .when(change(line, l -> l.quantity = 10_000))
 *     .isRefusedBy("User.withinCreditLimit");
 * }</pre>
 *
 * <p>Several changes are made in every order, in one flush and in a flush each, and must always come to the same. After the ideas of
 * Timefold's {@code ConstraintVerifier}.
 *
 * <p>Observers of {@link dev.quipu.rule.RowChanged} are beans, which do not run here; {@code dev.quipu.events.AllocationTest} shows
 * how to test them.
 */
public final class RuleVerifier implements AutoCloseable {

    private final RuledDatabase database;

    private RuleVerifier(RuledDatabase database) {
        this.database = database;
    }

    /**
     * Makes the tables of those entities; all that they refer to must be among them.
     *
     * @throws dev.quipu.rule.engine.RuleProblemsException if their rules do not fit them
     */
    public static RuleVerifier of(Class<?>... entities) {
        return new RuleVerifier(RuledDatabase.of(entities));
    }

    /** Empties all tables and stores those entities in that order; what they cascade to is stored with them. */
    public Given given(Object... entities) {
        return Given.store(database, entities);
    }

    /**
     * An entity that was given, or is a child of one, is changed. Change one entity only: a lazy reference of it is a proxy, and what
     * is assigned to a proxy's field gets lost.
     */
    public static <T> Change change(T entity, Consumer<T> edit) {
        return new Change.Edit<>(entity, edit);
    }

    /**
     * A new entity is stored, made anew in each run, with what it cascades to. The change itself stands for its row in expectations;
     * for the row of a child say {@code is(() -> placed.entity().items.get(0), ..)}.
     *
     * <p>To refer to a parent that is missing, or that {@code insertParent} is to make, take {@link #work}: {@code work(session -> {
     * sale.month = session.getReference(MonthlySales.class, "2026-11"); session.persist(sale); })} with a sale made in the lambda.
     */
    public static <T> Change.Insert<T> insert(Supplier<T> entity) {
        return new Change.Insert<>(entity);
    }

    /** An entity is removed, softly if it is soft-deletable. */
    public static Change remove(Object entity) {
        return new Change.Remove(entity);
    }

    /** Anything else. Every difference that it makes must be expected, where the other changes answer for their own assignments. */
    public static Change work(Consumer<Session> work) {
        return new Change.Work(work);
    }

    /**
     * A row's attribute comes to have a value that it did not have.
     *
     * @param row an entity, an {@link #insert}, or a {@link Supplier} of an entity that is asked after each run
     * @param attribute a basic attribute or a to-one, whose value is its id
     * @param value compared as text: {@code "25.00"} with the column's digits, the name of an enum's constant, an ISO date; null for null
     */
    public static Expectation is(Object row, String attribute, @Nullable Object value) {
        return new Expectation.Value(row, attribute, value);
    }

    /** {@link #is(Object, String, Object)} for a row that each run makes anew. */
    public static Expectation is(Supplier<?> row, String attribute, @Nullable Object value) {
        return new Expectation.Value(row, attribute, value);
    }

    /** A row is not there any more, or is softly deleted now, other than those that a {@link #remove} names. */
    public static Expectation isGone(Object entity) {
        return new Expectation.Gone(entity);
    }

    SessionFactory sessionFactory() {
        return database.sessionFactory();
    }

    @Override
    public void close() {
        database.close();
    }
}
