package dev.quipu.query;

import dev.quipu.model.EntityModel;
import dev.quipu.security.Access;
import java.util.List;
import org.hibernate.JDBCException;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;
import org.hibernate.query.SelectionQuery;

/**
 * Finds the rows that a filter selects, for those who are going to change them. Nothing is flushed before it asks.
 *
 * <pre>{@code new RowSearch(session, order, filter).locked(101) // at most 101 entities, locked}</pre>
 */
public final class RowSearch {

    private final Session session;
    private final EntityModel entity;
    private final Condition filter;
    private final Access access;

    /** @param access of whom the rows are searched for: there are no others than they may read */
    public RowSearch(Session session, EntityModel entity, Condition filter, Access access) {
        this.access = access;
        this.session = session;
        this.entity = entity;
        this.filter = filter;
    }

    /**
     * The entities, locked {@code FOR NO KEY UPDATE} in the order of their ids. A row that another transaction was changing is waited
     * for, and PostgreSQL asks again whether the row, as it is now, still meets the filter; what the filter says of other tables'
     * rows, and rows that come to meet it meanwhile, are as they were when the statement began.
     *
     * @param most how many at most
     * @throws RefusedInputException if the database cannot make sense of an operand
     */
    public List<?> locked(int most) {
        Statement statement = new Statement(access);
        Range range = statement.range(entity);
        String hql = "select " + range.alias() + matching(statement, range) + order(range, most);
        return list(query(statement, hql, entity.javaType()).setHibernateLockMode(LockMode.PESSIMISTIC_WRITE));
    }

    /** The entities, without a lock, in no order. */
    public List<?> entities() {
        Statement statement = new Statement(access);
        Range range = statement.range(entity);
        return list(query(statement, "select " + range.alias() + matching(statement, range), entity.javaType()));
    }

    /** The ids, without a lock, in their order. */
    public List<?> ids(int most) {
        Statement statement = new Statement(access);
        Range range = statement.range(entity);
        String hql = "select " + range.id() + matching(statement, range) + order(range, most);
        return list(query(statement, hql, entity.id().type()));
    }

    /** How many there are. */
    public long count() {
        Statement statement = new Statement(access);
        Range range = statement.range(entity);
        String hql = "select count(*)" + matching(statement, range);
        return (Long) list(query(statement, hql, Long.class)).get(0);
    }

    private String matching(Statement statement, Range range) {
        return range.rows(List.of(new ConditionCompiler(statement).predicate(filter, range)));
    }

    private String order(Range range, int most) {
        return " order by " + range.id() + " limit " + most;
    }

    private <T> SelectionQuery<T> query(Statement statement, String hql, Class<T> result) {
        return statement.bindTo(session.createSelectionQuery(hql, result).setQueryFlushMode(QueryFlushMode.NO_FLUSH));
    }

    private static List<?> list(SelectionQuery<?> query) {
        try {
            return query.getResultList();
        } catch (JDBCException e) {
            throw Reader.refused(e);
        }
    }
}
