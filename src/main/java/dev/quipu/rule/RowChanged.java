package dev.quipu.rule;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row was inserted, changed or deleted, by the application or only by rules. CDI observers are told:
 *
 * <pre>{@code
 * void allocate(@Observes RowChanged<Payment> payment) { .. }
 * void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) RowChanged<Order> order) {
 *     mail.send(order.id() + " now comes to " + order.after("amountTotal"));
 * }
 * }</pre>
 *
 * <p>The first runs within the flush, when the rules have settled and the row is written. Its queries see that, and what it changes
 * is flushed when all observers of this round have run: cascaded, ruled, and told in turn, until nobody changes anything. The
 * invariants are judged after that. An exception ends the flush and rolls the transaction back.
 *
 * <p>The second runs after the commit, once for each row, with all that the transaction did to it netted: what was inserted and
 * deleted again, or changed and changed back, sends nothing. Nor does an attempt that was rolled back and repeated, except to
 * observers of {@code AFTER_FAILURE} and {@code AFTER_COMPLETION}. To write, it needs a transaction of its own.
 *
 * <p>A soft deletion is {@code DELETED} and a restoration {@code INSERTED}, as the rules and every query see it. Statements that go
 * past the session, such as bulk HQL, send nothing.
 *
 * @param <T> the entity
 */
public final class RowChanged<T> {

    /** What became of the row. */
    public enum Kind {
        INSERTED,
        UPDATED,
        DELETED
    }

    private final EntityModel model;
    private final T entity;
    private final Object id;
    private final Map<String, @Nullable Object> before;
    private final Map<String, @Nullable Object> after;

    /**
     * @param before the values by attribute, empty if the row was not there
     * @param after the values by attribute, empty if the row is not there any more
     */
    public RowChanged(
            EntityModel model,
            T entity,
            Object id,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        this.model = model;
        this.entity = entity;
        this.id = id;
        this.before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        this.after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.INSERTED;
        }
        return after.isEmpty() ? Kind.DELETED : Kind.UPDATED;
    }

    /**
     * The instance that stands for the row. Within the flush it is managed, unless the row was deleted. After the commit it is
     * detached and holds whatever was last assigned to it: read values from {@link #before} and {@link #after}.
     */
    public T entity() {
        return entity;
    }

    public Object id() {
        return id;
    }

    /**
     * An attribute's value before the flush, or after a commit before the transaction; null if the row was not there. A reference's
     * value is the id of the row it refers to.
     *
     * @throws NoSuchAttributeException if the row has no attribute of that name
     */
    public @Nullable Object before(String attribute) {
        return value(before, attribute);
    }

    /**
     * An attribute's value after the flush, or at the commit; null if the row is not there any more.
     *
     * @throws NoSuchAttributeException if the row has no attribute of that name
     */
    public @Nullable Object after(String attribute) {
        return value(after, attribute);
    }

    /** Whether the attribute's value differs; decimals are compared by value. */
    public boolean changed(String attribute) {
        Object old = before(attribute);
        Object now = after(attribute);
        return old instanceof BigDecimal x && now instanceof BigDecimal y
                ? x.compareTo(y) != 0
                : !Objects.deepEquals(old, now);
    }

    /** All values before, by attribute; empty for a row that was not there. */
    public Map<String, @Nullable Object> before() {
        return before;
    }

    /** All values after, by attribute; empty for a row that is not there any more. */
    public Map<String, @Nullable Object> after() {
        return after;
    }

    /**
     * What an observer within the flush throws to refuse the change: the transaction is rolled back, and a client of the API gets a
     * {@code CONSTRAINT_VIOLATION} with all of this.
     *
     * <pre>{@code throw payment.refusal("notNegative", "A payment cannot be negative", "amount");}</pre>
     *
     * @param rule how the rule is called; it is reported with the entity's name, {@code "Payment.notNegative"}
     * @param attributes which attributes are to blame; they are told with their values
     * @throws NoSuchAttributeException if the row has no attribute of such a name
     */
    public RuleViolationException refusal(String rule, String message, String... attributes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String attribute : attributes) {
            values.put(attribute, kind() == Kind.DELETED ? before(attribute) : after(attribute));
        }
        String name = model.name() + "." + rule;
        return new RuleViolationException(
                List.of(new Violation(name, model.name(), id, List.of(attributes), values, message)));
    }

    /** The entity's description. */
    public EntityModel model() {
        return model;
    }

    private @Nullable Object value(Map<String, @Nullable Object> values, String attribute) {
        AttributeModel found = model.attribute(attribute);
        if (found == null || found instanceof ToManyAttribute) {
            throw new NoSuchAttributeException(model, attribute);
        }
        return values.get(attribute);
    }

    /** {@code UPDATED Order 7}. */
    @Override
    public String toString() {
        return kind() + " " + model.name() + " " + id;
    }
}
