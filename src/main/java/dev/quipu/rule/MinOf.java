package dev.quipu.rule;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.quipu.model.Derived;
import dev.quipu.model.DerivedAttributeBinder;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.hibernate.annotations.AttributeBinderType;

/**
 * The attribute is the smallest value of an attribute of the related entities, null over none; nulls do not count.
 *
 * <pre>{@code @MinOf("posts.createdAt") public Instant firstPostedAt;}</pre>
 */
@Derived
@AttributeBinderType(binder = DerivedAttributeBinder.class)
@Retention(RUNTIME)
@Target(FIELD)
public @interface MinOf {

    /** A to-many attribute of this entity and a comparable attribute of its elements: {@code "posts.createdAt"}. */
    String value();

    /** Which elements count: an HQL predicate over their own attributes; empty for all. */
    String where() default "";
}
