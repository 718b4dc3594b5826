package dev.quipu.query;

import dev.quipu.model.EntityModel;
import dev.quipu.security.Access;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;

/**
 * Asks the database with which rows somebody may do something, as it has them now, whether they may be read or not. Nothing is flushed
 * before.
 *
 * <pre>{@code new GrantedRows(session, access).among(new Granted(post, UPDATE, List.of(body)), ids)}</pre>
 */
public record GrantedRows(Session session, Access access) {

    /** The ids of those among the rows, in one statement. */
    public Set<Object> among(Condition.Granted granted, Collection<?> ids) {
        EntityModel entity = granted.entity();
        Statement statement = new Statement(access);
        Range rows = new Range(entity, entity.name(), statement.name(), List.of(), statement.permissions());
        String named = Operator.IN.predicate(new Comparand(rows.id(), entity.id(), List.copyOf(ids), statement));
        String allowed = new ConditionCompiler(statement).predicate(granted, rows);
        String hql = "select " + rows.id() + rows.rows(List.of(named, allowed));
        return new HashSet<>(statement
                .bindTo(session.createSelectionQuery(hql, entity.id().type())
                        .setQueryFlushMode(QueryFlushMode.NO_FLUSH))
                .getResultList());
    }
}
