package dev.quipu.rule;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.quipu.model.Derived;
import dev.quipu.model.DerivedAttributeBinder;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.hibernate.annotations.AttributeBinderType;

/**
 * The attribute is the value of an expression over attributes of its own row and of to-one parents. It is live: when a
 * parent's attribute changes, the children that read it follow in the same transaction. The result is rounded to the scale of
 * the column, half away from zero, as PostgreSQL does.
 *
 * <pre>{@code
 * @Computed("quantity * unitPrice") public BigDecimal amount;
 * @Computed("order.shippedOn")      public LocalDate shippedOn;
 * }</pre>
 */
@Derived
@AttributeBinderType(binder = DerivedAttributeBinder.class)
@Retention(RUNTIME)
@Target(FIELD)
public @interface Computed {

    /** An HQL expression. */
    String value();
}
