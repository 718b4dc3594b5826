package dev.quipu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What somebody wants to order.
 *
 * @param shipped whether it leaves at once; then it weighs on the products' stock instead of the customer's balance
 * @param lines by product, the order in which careful code locks them
 */
public record Purchase(long customer, boolean shipped, List<Line> lines) {

    public static final int CUSTOMERS = 1000;
    public static final int PRODUCTS = 200;

    /** One product of it. */
    public record Line(long product, int quantity) {}

    /** An order of one of the first customers for different products; every fourth one is shipped. */
    static Purchase random(Random random, int customers, int size) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int first = PRODUCTS * i / size;
            int next = PRODUCTS * (i + 1) / size;
            lines.add(new Line(1 + random.nextInt(first, next), 1 + random.nextInt(5)));
        }
        return new Purchase(1 + random.nextInt(customers), random.nextInt(4) == 0, lines);
    }
}
