package dev.quipu.query;

import dev.quipu.model.EntityModel;
import dev.quipu.security.Access;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.query.SelectionQuery;

/** A statement while it is compiled: hands out names and keeps the values that are bound to its parameters. */
final class Statement {

    private final Access access;
    private final Permissions permissions;
    private final List<Object> parameters = new ArrayList<>();
    private int names;

    /** @param access of whom it is asked for */
    Statement(Access access) {
        this.access = access;
        this.permissions = new Permissions(this, access);
    }

    Access access() {
        return access;
    }

    Permissions permissions() {
        return permissions;
    }

    /**
     * Binds a value and gives the parameter that stands for it.
     *
     * @throws RefusedInputException if the database cannot hold it
     */
    String bind(Object value) {
        Operands.requireStorable(value);
        parameters.add(value);
        return ":p" + parameters.size();
    }

    /**
     * A text constant; only for what the schema and the query's own keys contain and for names of time zones that are known, never for a
     * client's other values.
     */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A name that no other range or join of the statement has. */
    String name() {
        names++;
        return "e" + names;
    }

    /** The entity's rows, as far as the viewer may read them, under a name of their own. */
    Range range(EntityModel entity) {
        return permissions.range(entity, entity.name(), null);
    }

    /** Sets the query's parameters to the values. */
    <T> SelectionQuery<T> bindTo(SelectionQuery<T> query) {
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter("p" + (i + 1), parameters.get(i));
        }
        return query;
    }
}
