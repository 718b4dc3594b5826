package dev.quipu.security;

/** What somebody does with a row, or with an attribute of it. */
public enum Action {
    READ,
    CREATE,
    UPDATE,
    /** Of rows, as {@link #RESTORE}; an attribute is only read and written. */
    DELETE,
    RESTORE
}
