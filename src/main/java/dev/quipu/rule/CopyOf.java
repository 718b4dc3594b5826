package dev.quipu.rule;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.quipu.model.Derived;
import dev.quipu.model.DerivedAttributeBinder;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.hibernate.annotations.AttributeBinderType;

/**
 * The attribute is a parent's attribute as it was when this entity was inserted or came to that parent. Unlike
 * {@link Computed}, a later change of the parent does not reach it.
 *
 * <pre>{@code @CopyOf("product.unitPrice") public BigDecimal unitPrice;}</pre>
 */
@Derived
@AttributeBinderType(binder = DerivedAttributeBinder.class)
@Retention(RUNTIME)
@Target(FIELD)
public @interface CopyOf {

    /** A to-one attribute of this entity and an attribute of its target: {@code "product.unitPrice"}. */
    String value();
}
