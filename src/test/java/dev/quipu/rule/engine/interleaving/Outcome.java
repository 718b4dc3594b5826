package dev.quipu.rule.engine.interleaving;

import dev.quipu.rule.ParentMissingException;
import dev.quipu.rule.RuleViolationException;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import org.hibernate.StaleStateException;

/** How a session ended. */
enum Outcome {
    COMMITTED,
    /** What it wanted to change was not there when it looked. */
    NOTHING_FOUND,
    /** What it had seen has been changed or deleted since. */
    STALE,
    RULE_VIOLATION,
    PARENT_MISSING,
    FOREIGN_KEY,
    DEADLOCK;

    /** @throws IllegalStateException if a session must not end like that */
    static Outcome of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NothingFoundException) {
                return NOTHING_FOUND;
            } else if (cause instanceof RuleViolationException) {
                return RULE_VIOLATION;
            } else if (cause instanceof ParentMissingException) {
                return PARENT_MISSING;
            } else if (cause instanceof StaleStateException
                    || cause instanceof OptimisticLockException
                    || cause instanceof EntityNotFoundException) {
                return STALE;
            } else if (cause instanceof SQLException sql && "40P01".equals(sql.getSQLState())) {
                return DEADLOCK;
            } else if (cause instanceof SQLException sql && "23503".equals(sql.getSQLState())) {
                return FOREIGN_KEY;
            }
        }
        throw new IllegalStateException(failure);
    }
}
