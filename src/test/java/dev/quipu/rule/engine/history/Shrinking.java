package dev.quipu.rule.engine.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing history short: takes away transactions and changes as long as it still fails. */
final class Shrinking {

    private static final int MOST_REPLAYS = 600;

    private final Predicate<List<Transaction>> fails;
    private int replays;

    Shrinking(Predicate<List<Transaction>> fails) {
        this.fails = fails;
    }

    List<Transaction> shrink(List<Transaction> failing) {
        List<Transaction> shortest = failing;
        List<Transaction> before;
        do {
            before = shortest;
            shortest = withoutTransactions(shortest);
            shortest = withoutChanges(shortest);
        } while (!shortest.equals(before) && replays < MOST_REPLAYS);
        return shortest;
    }

    private List<Transaction> withoutTransactions(List<Transaction> history) {
        List<Transaction> shortest = history;
        for (int size = history.size() / 2; size > 0; size /= 2) {
            for (int end = shortest.size(); end > 0; end -= size) {
                List<Transaction> shorter = new ArrayList<>(shortest);
                shorter.subList(Math.max(0, end - size), end).clear();
                shortest = stillFails(shorter) ? shorter : shortest;
            }
        }
        return shortest;
    }

    private List<Transaction> withoutChanges(List<Transaction> history) {
        List<Transaction> shortest = new ArrayList<>(history);
        for (int i = shortest.size() - 1; i >= 0; i--) {
            for (int j = shortest.get(i).changes().size() - 1; j >= 0; j--) {
                List<Change> changes = new ArrayList<>(shortest.get(i).changes());
                changes.remove(j);
                List<Transaction> shorter = new ArrayList<>(shortest);
                shorter.set(i, new Transaction(changes, shortest.get(i).commits()));
                shortest = stillFails(shorter) ? shorter : shortest;
            }
        }
        return shortest;
    }

    private boolean stillFails(List<Transaction> history) {
        return ++replays <= MOST_REPLAYS && !history.isEmpty() && fails.test(history);
    }
}
