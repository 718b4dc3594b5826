package dev.quipu.rule;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.quipu.model.Derived;
import dev.quipu.model.DerivedAttributeBinder;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.hibernate.annotations.AttributeBinderType;

/**
 * The attribute is the sum of an attribute of the related entities, 0 over none; nulls count as 0.
 *
 * <pre>{@code @SumOf(value = "orders.amountTotal", where = "shippedOn is null") public BigDecimal balance;}</pre>
 */
@Derived(additive = true)
@AttributeBinderType(binder = DerivedAttributeBinder.class)
@Retention(RUNTIME)
@Target(FIELD)
public @interface SumOf {

    /** A to-many attribute of this entity and a numeric attribute of its elements: {@code "items.amount"}. */
    String value();

    /** Which elements count: an HQL predicate over their own attributes; empty for all. */
    String where() default "";

    /**
     * Whether an element that comes to a row that does not exist makes it, with the values that its Java class initialises. Only for
     * ids that the application assigns, such as a month's: {@code order.month = session.getReference(Month.class, "2026-11")}.
     */
    boolean insertParent() default false;
}
