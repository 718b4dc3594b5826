package dev.quipu.audit;

/**
 * An entry to be written.
 *
 * @param changes as JSON
 */
record Entry(String entity, String rowId, AuditAction action, String changes) {}
