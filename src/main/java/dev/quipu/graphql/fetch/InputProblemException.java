package dev.quipu.graphql.fetch;

import dev.quipu.mutation.InputPath;

/** Parts of an input contradict each other, or name what cannot be. */
public final class InputProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient InputPath path;

    public InputProblemException(InputPath path, String message) {
        super(message);
        this.path = path;
    }

    /** Where they stand. */
    public InputPath path() {
        return path;
    }
}
