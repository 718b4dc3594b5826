package dev.quipu.query;

import java.util.List;

/** One value of a list: a single array parameter, whatever the length, so that the statement stays the same. */
final class Membership {

    private Membership() {}

    static String among(Comparand it) {
        return "among(" + it.path() + ", " + it.bind(Operands.array(it.attribute(), (List<?>) it.operand())) + ", 0)";
    }

    static String notAmong(Comparand it) {
        return "not " + among(it);
    }
}
