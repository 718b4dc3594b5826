package dev.quipu.bench;

import java.time.Duration;
import java.util.List;

/** One way to keep, or not to keep, the derived attributes. */
interface Variant extends AutoCloseable {

    String name();

    /** Where its tables are. */
    String schema();

    /** Whether its derived attributes are kept. */
    boolean derives();

    /** Places orders of three items from several clients at once, each order in its own transaction. */
    Timings place(int customers, int clients, Duration duration);

    /** Places those orders in one transaction. */
    void placeAll(List<Purchase> purchases);

    @Override
    void close();
}
