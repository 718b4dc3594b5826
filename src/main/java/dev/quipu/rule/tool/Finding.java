package dev.quipu.rule.tool;

/** A row that is not as a rule says; its {@code toString} tells the user. */
public sealed interface Finding permits Difference, BrokenInvariant {

    /** The rule's name with its entity's: {@code "Order.amountTotal"}. */
    String rule();

    /** The row's id. */
    Object id();
}
