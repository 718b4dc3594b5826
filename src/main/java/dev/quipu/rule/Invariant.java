package dev.quipu.rule;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A condition that every changed row fulfils at commit; null passes, as in a CHECK constraint. It is judged once, on the settled
 * state, and only where the transaction changed something that it reads.
 *
 * <pre>{@code
 * @Invariant(name = "withinCreditLimit", value = "balance <= creditLimit",
 *            message = "balance {balance} exceeds credit limit {creditLimit}")
 * }</pre>
 */
@Retention(RUNTIME)
@Target(TYPE)
@Repeatable(Invariants.class)
public @interface Invariant {

    /** The name under which errors report it, unique within the entity. */
    String name();

    /** An HQL predicate over the entity's own attributes. */
    String value();

    /** What to tell the user; {@code {attribute}} stands for the value of an attribute that is not hidden. */
    String message();
}
