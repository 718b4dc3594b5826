package dev.quipu.mutation;

/** Counts how often an operation has been tried. */
final class Tries {

    private int begun;

    void next() {
        begun++;
    }

    /** Whether another transaction got in the way before. */
    boolean again() {
        return begun > 1;
    }
}
