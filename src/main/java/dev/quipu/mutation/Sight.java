package dev.quipu.mutation;

import static dev.quipu.security.Right.Fixed.NEVER;

import dev.quipu.model.EntityModel;
import dev.quipu.query.GrantedRows;
import dev.quipu.security.Access;
import dev.quipu.security.Action;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Which rows, and what in them, somebody may read, as the database has them now. */
record Sight(Session session, Access access) {

    /**
     * The ids of those among the rows that may be read.
     *
     * @param attribute that is to be readable there; null for the row
     */
    Set<Object> of(EntityModel entity, @Nullable String attribute, Collection<?> ids) {
        if (ids.isEmpty() || isNever(entity, attribute)) {
            return Set.of();
        }
        Demand demand = Demand.of(access, Action.READ, entity, attribute == null ? List.of() : List.of(attribute));
        return demand == null ? new HashSet<>(ids) : new GrantedRows(session, access).among(demand.granted(), ids);
    }

    private boolean isNever(EntityModel entity, @Nullable String attribute) {
        return access.rows(entity, Action.READ) == NEVER
                || (attribute != null && access.attribute(entity, attribute, Action.READ) == NEVER);
    }

    /** Whether it may be read in every row, so that nobody has to ask. */
    static boolean everywhere(Access access, EntityModel entity, Collection<String> attributes) {
        return Demand.of(access, Action.READ, entity, attributes) == null;
    }
}
