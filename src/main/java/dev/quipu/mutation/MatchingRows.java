package dev.quipu.mutation;

import dev.quipu.change.LockOrder;
import dev.quipu.model.EntityModel;
import dev.quipu.mutation.Refusal.BadInput;
import dev.quipu.mutation.Refusal.TooManyRows;
import dev.quipu.query.Condition;
import dev.quipu.query.Operator;
import dev.quipu.query.RefusedInputException;
import dev.quipu.query.RowSearch;
import dev.quipu.security.Access;
import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;

/** Finds the rows that a command selects by a filter, and locks them, so that nobody changes them before they are written. */
final class MatchingRows {

    private final Attempt attempt;
    private final SessionImplementor session;

    MatchingRows(Attempt attempt) {
        this.attempt = attempt;
        this.session = attempt.session();
    }

    /** The rows in the order of their ids; none, and refused, if there are too many. */
    List<?> find(Matching matching) {
        if (attempt.hasPending()) {
            attempt.flush();
        }
        if (attempt.refusalCount() > 0) {
            attempt.passedOver();
            return List.of(); // the parts before were not carried out, so nobody knows what the filter would find
        }
        try {
            return locked(matching);
        } catch (RefusedInputException e) {
            attempt.refuse(new BadInput(attempt.place(matching.path()), String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    private List<?> locked(Matching matching) {
        int most = matching.atMost() + 1;
        List<?> rows = lock(attempt, matching.entity(), matching.filter(), most);
        return rows.size() == most ? refused(matching) : rows;
    }

    /** Locks the rows in the order of their ids, at most so many, and before them what rules read live above them. */
    static List<?> lock(Attempt attempt, EntityModel entity, Condition filter, int most) {
        SessionImplementor session = attempt.session();
        Access access = attempt.access();
        if (!LockOrder.beginsAbove(session, entity)) {
            return new RowSearch(session, entity, filter, access).locked(most);
        }
        List<?> ids = new RowSearch(session, entity, filter, access).ids(most);
        LockOrder.lockAbove(session, entity, ids);
        Condition still = new Condition.And(List.of(filter, new Condition.Compare(entity.id(), Operator.IN, ids)));
        return new RowSearch(session, entity, still, access).locked(most);
    }

    private List<?> refused(Matching matching) {
        long count = new RowSearch(session, matching.entity(), matching.filter(), attempt.access()).count();
        String name = matching.entity().name();
        attempt.refuse(new TooManyRows(
                attempt.place(matching.path()),
                name,
                matching.atMost(),
                count,
                count + " rows of " + name + " match, and atMost is " + matching.atMost()
                        + ". Narrow the filter, or raise atMost"));
        return List.of();
    }
}
