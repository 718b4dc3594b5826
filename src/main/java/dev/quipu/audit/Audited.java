package dev.quipu.audit;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Keeps who changed which rows of the entity, what and when: one {@link AuditRecord} for each row that a flush inserts, changes, deletes
 * or restores, in the same transaction. It needs an entity that extends {@code AuditRecord}.
 *
 * <pre>{@code @Entity @Audited public class Product extends PanacheEntity { .. }}</pre>
 *
 * <p>Recorded are attributes of one column, references included. Derived attributes follow from the others and are left out, as are
 * stamps and the version; a row in which nothing else changes has no entry. Of a {@link dev.quipu.model.Hidden} attribute only the fact
 * is recorded that it changed, of bytes and long texts the length and a digest. Bulk statements on its table are refused, as they are
 * for tables with rules.
 */
@Inherited
@Retention(RUNTIME)
@Target(TYPE)
public @interface Audited {}
