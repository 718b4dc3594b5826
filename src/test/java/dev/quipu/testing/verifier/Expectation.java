package dev.quipu.testing.verifier;

import org.jspecify.annotations.Nullable;

/** What a case expects of one row; see {@link RuleVerifier#is} and {@link RuleVerifier#isGone}. */
public sealed interface Expectation {

    /** The entity, or the change that inserts it. */
    Object row();

    /** An attribute has a new value. */
    record Value(Object row, String attribute, @Nullable Object value) implements Expectation {}

    /** The row is gone. */
    record Gone(Object row) implements Expectation {}
}
