package dev.quipu.audit;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.quipu.model.Stamp;
import dev.quipu.model.StampBinder;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.hibernate.annotations.AttributeBinderType;

/**
 * The attribute, an {@code Instant} or {@code OffsetDateTime}, says when the row was inserted. What application code assigns is overwritten.
 *
 * <pre>{@code @CreatedAt @Column(nullable = false) public Instant createdAt;}</pre>
 */
@Stamp(value = "When the row was made.", content = Stamp.Content.TIME, atUpdate = false)
@AttributeBinderType(binder = StampBinder.class)
@Retention(RUNTIME)
@Target(FIELD)
public @interface CreatedAt {}
