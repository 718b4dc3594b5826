package dev.quipu.mutation;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A constraint of the database that a statement would have broken, as PostgreSQL reports it.
 *
 * @param table the table that the constraint belongs to
 * @param columns of the key that it is about
 * @param values of those columns, as text
 */
record BrokenConstraint(Kind kind, @Nullable String table, List<String> columns, List<String> values) {

    enum Kind {
        UNIQUE,
        REFERENCE,
        NOT_NULL,
        CHECK
    }

    /** {@code Key (username)=(alice) already exists.}; translations keep the parentheses. */
    private static final Pattern KEY = Pattern.compile("\\((.+?)\\)=\\((.*)\\)", Pattern.DOTALL);

    /** Null if no constraint is behind the failure. */
    static @Nullable BrokenConstraint behind(RuntimeException failure) {
        SQLException sql = Causes.find(failure, SQLException.class);
        if (sql != null && sql.getNextException() != null) {
            sql = sql.getNextException(); // a failed batch
        }
        Kind kind = sql == null ? null : kind(sql.getSQLState());
        if (kind == null) {
            return null;
        }
        ServerErrorMessage message = sql instanceof PSQLException reported ? reported.getServerErrorMessage() : null;
        return message == null ? new BrokenConstraint(kind, null, List.of(), List.of()) : read(kind, message);
    }

    private static BrokenConstraint read(Kind kind, ServerErrorMessage message) {
        Matcher key = KEY.matcher(Objects.requireNonNullElse(message.getDetail(), ""));
        if (key.find()) {
            return new BrokenConstraint(kind, message.getTable(), split(key.group(1)), split(key.group(2)));
        }
        String column = message.getColumn();
        return new BrokenConstraint(kind, message.getTable(), column == null ? List.of() : List.of(column), List.of());
    }

    private static @Nullable Kind kind(@Nullable String state) {
        return switch (Objects.requireNonNullElse(state, "")) {
            case "23505" -> Kind.UNIQUE;
            case "23503" -> Kind.REFERENCE;
            case "23502" -> Kind.NOT_NULL;
            case "23514", "23P01" -> Kind.CHECK;
            default -> null;
        };
    }

    private static List<String> split(String list) {
        return List.of(list.split(", "));
    }

    /** The value of the column at that position, or an empty text if PostgreSQL does not tell. */
    String value(int position) {
        return position < values.size() ? values.get(position) : "";
    }

    /** Whether it says that the value is not the only one of its kind. */
    boolean isOf(EntityModel entity, BasicAttribute attribute, Object value) {
        return kind == Kind.UNIQUE
                && entity.table().equals(table)
                && columns.equals(List.of(attribute.column()))
                && value.toString().equals(value(0));
    }

    /** The attributes in the columns, hidden ones left out. */
    List<String> attributes(EntityModel entity) {
        return columns.stream()
                .flatMap(column -> attribute(entity, column))
                .filter(attribute -> !attribute.hidden())
                .map(AttributeModel::name)
                .toList();
    }

    /** The reference in the first column, if it is one: then a target is missing; else rows of the table still refer to one. */
    @Nullable
    ToOneAttribute reference(EntityModel entity) {
        return columns.stream()
                .limit(1)
                .flatMap(column -> attribute(entity, column))
                .filter(ToOneAttribute.class::isInstance)
                .map(ToOneAttribute.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** {@code username "alice"}. */
    String describe(List<String> fields) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            parts.add(fields.get(i) + (columns.size() == values.size() ? " \"" + value(i) + "\"" : ""));
        }
        return parts.isEmpty() ? "these values" : String.join(" and ", parts);
    }

    private static Stream<AttributeModel> attribute(EntityModel entity, String column) {
        return entity.attributes().values().stream()
                .filter(attribute -> attribute instanceof BasicAttribute basic
                                && basic.column().equals(column)
                        || attribute instanceof ToOneAttribute reference
                                && reference.column().equals(column));
    }
}
