package dev.quipu.audit;

/** What somebody did to a row. */
public enum AuditAction {
    CREATE,
    UPDATE,
    /** Be it softly. */
    DELETE,
    RESTORE
}
