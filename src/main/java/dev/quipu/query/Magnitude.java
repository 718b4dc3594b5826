package dev.quipu.query;

/** Larger and smaller. */
final class Magnitude {

    private Magnitude() {}

    static String greater(Comparand it) {
        return it.path() + " > " + it.bound();
    }

    static String greaterOrEqual(Comparand it) {
        return it.path() + " >= " + it.bound();
    }

    static String less(Comparand it) {
        return it.path() + " < " + it.bound();
    }

    static String lessOrEqual(Comparand it) {
        return it.path() + " <= " + it.bound();
    }

    static String between(Comparand it) {
        return it.path() + " between " + bounds(it);
    }

    static String notBetween(Comparand it) {
        return it.path() + " not between " + bounds(it);
    }

    private static String bounds(Comparand it) {
        Between between = (Between) it.operand();
        return it.bind(Operands.convert(it.attribute(), between.lower()))
                + " and "
                + it.bind(Operands.convert(it.attribute(), between.upper()));
    }
}
