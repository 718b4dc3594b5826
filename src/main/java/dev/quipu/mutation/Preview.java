package dev.quipu.mutation;

/** Ends the transaction of a preview, which rolls it back, and brings what was read to its caller. */
final class Preview extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Object read;

    Preview(Object read) {
        super("a preview is rolled back", null, false, false);
        this.read = read;
    }

    @SuppressWarnings("unchecked")
    <T> T read() {
        return (T) read;
    }
}
