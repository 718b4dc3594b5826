package dev.quipu.query;

import dev.quipu.model.EntityModel;
import dev.quipu.security.Access;
import jakarta.persistence.QueryTimeoutException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.JDBCException;
import org.hibernate.SharedSessionContract;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is asked with finished JSON, in one statement each, on a session of the caller's: a stateless one for a query, the
 * writing one for a mutation's payload.
 *
 * <pre>{@code reader.one(session, selection, byId) // {"id" : "7", "customer" : {"username" : "ann"}}}</pre>
 */
public final class Reader {

    private static final String JSON_PATH_SYNTAX = "42601";
    private static final String DATA_EXCEPTION = "22";

    private final Access access;
    private final int secondsMax;

    /** A reader that waits for the database as long as it takes. */
    public Reader(Access access) {
        this(access, 0);
    }

    /**
     * A reader of what somebody may read.
     *
     * @param secondsMax how long one statement may take, in seconds; 0 for as long as it takes
     */
    public Reader(Access access, int secondsMax) {
        this.access = access;
        this.secondsMax = secondsMax;
    }

    /**
     * The one row that meets the condition, as a JSON object; null if there is none.
     *
     * @throws RefusedInputException if the database cannot make sense of an operand
     */
    public @Nullable String one(SharedSessionContract session, Selection selection, Condition condition) {
        Statement statement = new Statement(access);
        return read(session, row(selection, condition, statement), statement);
    }

    /** One row for each request, in their order, as a JSON array: an object, or null where there is none. */
    public String several(SharedSessionContract session, List<? extends @Nullable RowRequest> requests) {
        Statement statement = new Statement(access);
        List<String> rows = new ArrayList<>();
        for (RowRequest request : requests) {
            rows.add(request == null ? "null" : "(" + row(request.selection(), request.condition(), statement) + ")");
        }
        rows.add("0");
        String answer = read(session, "select jl(" + String.join(", ", rows) + ")", statement);
        return Objects.requireNonNull(answer);
    }

    /** The rows of these ids, each as a JSON object under its id; one that is not there is missing. */
    public Map<Object, String> byIds(SharedSessionContract session, Selection selection, List<?> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Statement statement = new Statement(access);
        EntityModel entity = selection.entity();
        Range range = statement.range(entity);
        String among =
                new ConditionCompiler(statement).predicate(new Condition.Compare(entity.id(), Operator.IN, ids), range);
        String hql = "select " + range.id() + ", " + new SelectionCompiler(statement).object(selection, range)
                + range.rows(List.of(among));
        Map<Object, String> rows = new HashMap<>();
        statement
                .bindTo(session.createSelectionQuery(hql, Object[].class))
                .getResultList()
                .forEach(row -> rows.put(row[0], NotReadable.refuse((String) row[1])));
        return rows;
    }

    /**
     * A page, as a JSON object.
     *
     * @throws RefusedInputException if a cursor belongs elsewhere, or the database cannot make sense of an operand
     * @throws ReadTooLongException if the statement takes longer than it may
     */
    public String page(SharedSessionContract session, Page page) {
        Statement statement = new Statement(access);
        String object = new PageCompiler(statement, page, statement.range(page.entity())).object();
        return Objects.requireNonNull(read(session, "select " + object, statement));
    }

    private static String row(Selection selection, Condition condition, Statement statement) {
        Range range = statement.range(selection.entity());
        String predicate = new ConditionCompiler(statement).predicate(condition, range);
        return new SelectionCompiler(statement).rows(selection, range, predicate);
    }

    private @Nullable String read(SharedSessionContract session, String hql, Statement statement) {
        SelectionQuery<String> query = statement.bindTo(session.createSelectionQuery(hql, String.class));
        if (secondsMax > 0) {
            query.setTimeout(secondsMax);
        }
        try {
            return NotReadable.refuse(query.getSingleResultOrNull());
        } catch (QueryTimeoutException e) {
            throw new ReadTooLongException(secondsMax, e);
        } catch (JDBCException e) {
            throw refused(e);
        }
    }

    /** The statement is the compiler's and sound, so such a state can only come from an operand. */
    static RuntimeException refused(JDBCException e) {
        String state = e.getSQLState();
        if (state == null || !(state.equals(JSON_PATH_SYNTAX) || state.startsWith(DATA_EXCEPTION))) {
            return e;
        }
        return new RefusedInputException(
                "The database cannot make sense of an operand; check pathMatch, which wants an SQL/JSON path predicate.",
                e);
    }
}
