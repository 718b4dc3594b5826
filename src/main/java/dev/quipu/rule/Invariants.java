package dev.quipu.rule;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Holds several {@link Invariant}s of one entity. */
@Retention(RUNTIME)
@Target(TYPE)
public @interface Invariants {

    /** The invariants, in the order of their declaration. */
    Invariant[] value();
}
