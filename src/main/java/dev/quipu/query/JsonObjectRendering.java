package dev.quipu.query;

import java.util.List;
import org.hibernate.sql.ast.spi.SqlAppender;

/** Renders {@code jo}: keys and values in their order, whatever their number. */
final class JsonObjectRendering {

    /** A PostgreSQL function takes at most 100 arguments. */
    private static final int ARGUMENTS_MAX = 100;

    private JsonObjectRendering() {}

    static void render(SqlAppender sql, List<Runnable> arguments) {
        if (arguments.size() <= ARGUMENTS_MAX) {
            build(sql, arguments);
            return;
        }
        // one object from the texts of several: {a, b} and {c} become {a, b, c}
        sql.append("cast(left(cast(");
        build(sql, arguments.subList(0, ARGUMENTS_MAX));
        sql.append(" as text), -1) || ', ' || substr(cast(");
        render(sql, arguments.subList(ARGUMENTS_MAX, arguments.size()));
        sql.append(" as text), 2) as json)");
    }

    private static void build(SqlAppender sql, List<Runnable> arguments) {
        sql.append("json_build_object(");
        String separator = "";
        for (Runnable argument : arguments) {
            sql.append(separator);
            argument.run();
            separator = ", ";
        }
        sql.append(')');
    }
}
