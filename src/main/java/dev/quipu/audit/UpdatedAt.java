package dev.quipu.audit;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.quipu.model.Stamp;
import dev.quipu.model.StampBinder;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.hibernate.annotations.AttributeBinderType;

/**
 * The attribute, an {@code Instant} or {@code OffsetDateTime}, says when the row was inserted or last changed, all rows of one transaction at
 * the same time. What the rules alone change does not count, nor does its soft deletion. What application code assigns is overwritten.
 *
 * <pre>{@code @UpdatedAt public Instant updatedAt;}</pre>
 */
@Stamp(
        value = "When the row was made or last changed, but for what rules derive.",
        content = Stamp.Content.TIME,
        atUpdate = true)
@AttributeBinderType(binder = StampBinder.class)
@Retention(RUNTIME)
@Target(FIELD)
public @interface UpdatedAt {}
