package dev.quipu.model;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks an annotation as a stamp: the attribute it stands on is assigned when its row is written, and by nobody else. It does not
 * advance the entity's version, and no input of the API names it.
 *
 * <p>Such an annotation is also annotated {@code @AttributeBinderType(binder = StampBinder.class)}, which tells Hibernate the same.
 */
@Retention(RUNTIME)
@Target(ANNOTATION_TYPE)
public @interface Stamp {

    /** What a stamp says. */
    enum Content {
        TIME,
        VIEWER
    }

    /** What the attribute says, as the API's schema describes it. */
    String value();

    Content content();

    /** Whether it is set again whenever the row changes; else only when the row is made. */
    boolean atUpdate();
}
