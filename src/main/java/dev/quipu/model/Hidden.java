package dev.quipu.model;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Keeps an attribute, or a whole entity, out of the API: it stands in no output, input, filter or ordering.
 *
 * <pre>{@code @Hidden public String passwordHash;}</pre>
 */
@Retention(RUNTIME)
@Target({FIELD, TYPE})
public @interface Hidden {}
