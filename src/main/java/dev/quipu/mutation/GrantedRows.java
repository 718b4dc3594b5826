package dev.quipu.mutation;

import dev.quipu.query.Condition;
import dev.quipu.query.Operator;
import dev.quipu.query.RowSearch;
import dev.quipu.security.Access;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/** Asks the database with which rows somebody may do something, as it has them now. */
record GrantedRows(Session session, Access access) {

    /** The ids of those among the rows, in one statement. */
    Set<Object> among(Condition.Granted granted, Collection<?> ids) {
        Condition named = new Condition.Compare(granted.entity().id(), Operator.IN, List.copyOf(ids));
        return new HashSet<>(
                new RowSearch(session, granted.entity(), new Condition.And(List.of(named, granted)), access)
                        .ids(ids.size()));
    }
}
