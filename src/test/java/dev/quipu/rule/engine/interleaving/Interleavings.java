package dev.quipu.rule.engine.interleaving;

import java.util.ArrayList;
import java.util.List;

/** All orders in which the steps of two scripts can follow one another, each script's own in theirs. */
final class Interleavings {

    private Interleavings() {}

    /** Each order says whose turn it is: 0 or 1. Of three steps and three there are 20, of four and four 70. */
    static List<List<Integer>> of(int steps0, int steps1) {
        List<List<Integer>> orders = new ArrayList<>();
        extend(new ArrayList<>(), steps0, steps1, orders);
        return orders;
    }

    private static void extend(List<Integer> begun, int left0, int left1, List<List<Integer>> orders) {
        if (left0 == 0 && left1 == 0) {
            orders.add(List.copyOf(begun));
        }
        if (left0 > 0) {
            extend(with(begun, 0), left0 - 1, left1, orders);
        }
        if (left1 > 0) {
            extend(with(begun, 1), left0, left1 - 1, orders);
        }
    }

    private static List<Integer> with(List<Integer> begun, int turn) {
        List<Integer> longer = new ArrayList<>(begun);
        longer.add(turn);
        return longer;
    }
}
