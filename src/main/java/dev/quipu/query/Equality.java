package dev.quipu.query;

/** The same value, or another. */
final class Equality {

    private Equality() {}

    static String equal(Comparand it) {
        return it.path() + " = " + it.bound();
    }

    static String different(Comparand it) {
        return it.path() + " <> " + it.bound();
    }
}
