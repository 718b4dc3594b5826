package dev.quipu.model;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.hibernate.annotations.TypeBinderType;

/**
 * Removing such an entity keeps its row and writes the time into the attribute {@code deletedAt}; from then on queries,
 * relations and rules pass over it, until it is restored.
 *
 * <p>The entity declares {@code public Instant deletedAt}; application code does not assign it.
 *
 * <pre>{@code
 * @Entity @SoftDeletable
 * public class Post extends PanacheEntity {
 *     public Instant deletedAt;
 * }
 * }</pre>
 */
@Retention(RUNTIME)
@Target(TYPE)
@TypeBinderType(binder = SoftDeletableBinder.class)
public @interface SoftDeletable {}
