package dev.quipu.query;

/** A value, or none. */
final class Nullness {

    private Nullness() {}

    static String isNull(Comparand it) {
        return it.path() + (Boolean.TRUE.equals(it.operand()) ? " is null" : " is not null");
    }
}
