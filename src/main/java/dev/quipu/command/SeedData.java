package dev.quipu.command;

/** What {@code db seed} puts into a database, such as the small shop of dev mode. A bean that implements it is found. */
public interface SeedData {

    /** Puts it there, unless there is data already; whether it did. */
    boolean loadOnce();

    /** How much there is now, in a line. */
    String summary();
}
