package dev.quipu.query;

/** The operand of {@link Operator#BETWEEN}: both bounds belong to it. */
public record Between(Object lower, Object upper) {}
