package dev.quipu.audit;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.quipu.model.Stamp;
import dev.quipu.model.StampBinder;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.hibernate.annotations.AttributeBinderType;

/**
 * The attribute says who inserted the row or changed it last, in the types of {@link CreatedBy} and at the times of {@link UpdatedAt}. What
 * application code assigns is overwritten.
 *
 * <pre>{@code @UpdatedBy public String updatedBy;}</pre>
 */
@Stamp(
        value = "Who made or last changed the row, but for what rules derive; null for the system.",
        content = Stamp.Content.VIEWER,
        atUpdate = true)
@AttributeBinderType(binder = StampBinder.class)
@Retention(RUNTIME)
@Target(FIELD)
public @interface UpdatedBy {}
