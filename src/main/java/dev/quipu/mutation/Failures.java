package dev.quipu.mutation;

import dev.quipu.rule.OperationRefusedException;
import dev.quipu.rule.RuleViolationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Says what a failed flush or commit means to the client. */
@ApplicationScoped
class Failures {

    private static final Set<String> CONTENTION = Set.of("40001", "40P01");

    private static final String LOCK_TIMEOUT = "55P03";

    /** The refusal or contention behind a failure of the attempt; the failure itself if it is neither. */
    RuntimeException of(RuntimeException failure, Attempt attempt) {
        if (failure instanceof MutationRefusedException refused) {
            return new AttemptRefusedException(refused.refusals(), Doubts.of(attempt, failure));
        }
        if (isLockTimeout(failure)) {
            return new WaitedTooLongException(failure);
        }
        if (isContention(failure)
                || new Newcomers(attempt.model()).inTheWayOf(attempt, failure)
                || new VanishedRows(attempt).behind(failure)) {
            return new ContentionException(failure);
        }
        RuleViolationException rules = Causes.find(failure, RuleViolationException.class);
        if (rules != null) {
            return new MutationRefusedException(
                    new Discretion(attempt).of(rules.violations())); // every constraint has been met by then
        }
        List<Refusal> refusals = refusals(failure, attempt);
        return refusals.isEmpty() ? failure : new AttemptRefusedException(refusals, Doubts.of(attempt, failure));
    }

    /** The contention behind a failed commit; the failure itself if it is none. */
    RuntimeException ofCommit(RuntimeException failure) {
        if (!(failure instanceof WaitedTooLongException) && isLockTimeout(failure)) {
            return new WaitedTooLongException(failure);
        }
        return !(failure instanceof ContentionException) && isContention(failure)
                ? new ContentionException(failure)
                : failure;
    }

    /** The same where another attempt may follow even if nobody knows whether this one was committed. */
    RuntimeException underKey(RuntimeException failure) {
        RuntimeException known = ofCommit(failure);
        return known == failure && isConnectionLost(failure) ? ContentionException.ofConnection(failure) : known;
    }

    private static List<Refusal> refusals(RuntimeException failure, Attempt attempt) {
        ConstraintViolationException constraints = Causes.find(failure, ConstraintViolationException.class);
        if (constraints != null) {
            return constraints.getConstraintViolations().stream()
                    .map(violation -> RowValidation.refusal(attempt, violation))
                    .toList();
        }
        OperationRefusedException refused = Causes.find(failure, OperationRefusedException.class);
        if (refused != null) {
            return List.of(CallRunner.refusal(new Blame(attempt).onlyCommand(), refused));
        }
        Refusal database = new DatabaseRefusals(attempt).of(failure);
        return database == null ? List.of() : List.of(database);
    }

    private static boolean isLockTimeout(RuntimeException failure) {
        @Nullable SQLException sql = Causes.find(failure, SQLException.class);
        return sql != null && LOCK_TIMEOUT.equals(Causes.state(sql));
    }

    private static boolean isConnectionLost(RuntimeException failure) {
        @Nullable SQLException sql = Causes.find(failure, SQLException.class);
        String state = sql == null ? "" : Causes.state(sql);
        return state.startsWith("08") || state.startsWith("57P0");
    }

    /** A stale row counts as contention: in a fresh session the operation finds it as it is, or finds the version conflict. */
    private static boolean isContention(RuntimeException failure) {
        @Nullable SQLException sql = Causes.find(failure, SQLException.class);
        return (sql != null && CONTENTION.contains(Causes.state(sql)))
                || Causes.find(failure, StaleStateException.class) != null;
    }
}
