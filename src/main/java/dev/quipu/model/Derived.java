package dev.quipu.model;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks an annotation as a rule that owns the attribute it stands on: the rule alone assigns the attribute, changes of it do
 * not advance the entity's version, and no input of the API names it.
 *
 * <p>Such an annotation is also annotated {@code @AttributeBinderType(binder = DerivedAttributeBinder.class)}, which tells
 * Hibernate the same.
 */
@Retention(RUNTIME)
@Target(ANNOTATION_TYPE)
public @interface Derived {

    /** Whether the attribute starts at 0 and is kept by adding differences, as sums and counts are. */
    boolean additive() default false;
}
