package dev.quipu.db.migrate;

import org.jspecify.annotations.Nullable;

/**
 * A part of a change, and its way back.
 *
 * @param up statements, each with its semicolon
 * @param down the same, in the order in which they are run; empty if there is nothing to take back
 * @param note what a reader has to know, null for nothing
 */
record Step(Phase phase, String up, String down, @Nullable String note) {

    /** When a step is due; downwards the other way round. */
    enum Phase {
        RENAME,
        UNREFER,
        UNCONSTRAIN,
        TYPE,
        SEQUENCE,
        TABLE,
        COLUMN,
        ALTER,
        BACKFILL,
        NOT_NULL,
        CONSTRAIN,
        INDEX,
        REFER,
        COMMENT,
        DROP_COLUMN,
        DROP_TABLE,
        DROP_SEQUENCE,
        DROP_TYPE
    }

    static Step of(Phase phase, String up, String down) {
        return new Step(phase, up, down, null);
    }

    Step with(String note) {
        return new Step(phase, up, down, note);
    }
}
