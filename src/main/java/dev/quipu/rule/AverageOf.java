package dev.quipu.rule;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.quipu.model.Derived;
import dev.quipu.model.DerivedAttributeBinder;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.hibernate.annotations.AttributeBinderType;

/**
 * The attribute, a {@code BigDecimal} or a {@code Double}, is the average of an attribute of the related entities, null over none;
 * nulls do not count. It is the exact sum divided by the exact count, rounded as PostgreSQL's {@code avg} cast to the column: no
 * average is ever made from an earlier one.
 *
 * <pre>{@code @AverageOf("reviews.stars") @Column(precision = 3, scale = 2) public BigDecimal averageStars;}</pre>
 *
 * <p>By itself it needs one column, and reads the sum and the count of the related entities anew, in one statement for all parents
 * concerned, when a change moves either. Where parents have many of them, keep both beside it, and no related entity is read: a
 * {@link SumOf} with the same {@code value} and {@code where}, and a {@link CountOf} of the same collection and {@code where}, to
 * which {@code "and stars is not null"} is added if the averaged attribute can be null. Then the average follows from these two.
 *
 * <pre>{@code
 * @SumOf("reviews.stars") public long starSum;
 * @CountOf("reviews")     public int reviewCount;
 * }</pre>
 */
@Derived
@AttributeBinderType(binder = DerivedAttributeBinder.class)
@Retention(RUNTIME)
@Target(FIELD)
public @interface AverageOf {

    /** A to-many attribute of this entity and a numeric attribute of its elements: {@code "reviews.stars"}. */
    String value();

    /** Which elements count: an HQL predicate over their own attributes; empty for all. */
    String where() default "";
}
