package dev.quipu.rule.engine.interleaving;

/** There is nothing that a script could change. */
final class NothingFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
