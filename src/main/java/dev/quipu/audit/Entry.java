package dev.quipu.audit;

import dev.quipu.audit.AuditRecord.Action;

/**
 * An entry to be written.
 *
 * @param changes as JSON
 */
record Entry(String entity, String rowId, Action action, String changes) {}
