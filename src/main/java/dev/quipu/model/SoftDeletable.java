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
 * <p>The entity declares {@code public Instant deletedAt}; application code does not assign it. A removal that cascades takes the
 * children with it, which must be soft-deletable too, and gives them the same time; {@code dev.quipu.change.SoftDeletion} restores what
 * fell together, or purges it for good. What is unique about the entity is unique among the rows that are not deleted.
 *
 * <pre>{@code
 * @Entity @SoftDeletable
 * public class Post extends PanacheEntity {
 *     @Column(unique = true)
 *     public String title; // free again when the post is deleted
 *
 *     public Instant deletedAt;
 * }
 * }</pre>
 */
@Retention(RUNTIME)
@Target(TYPE)
@TypeBinderType(binder = SoftDeletableBinder.class)
public @interface SoftDeletable {}
