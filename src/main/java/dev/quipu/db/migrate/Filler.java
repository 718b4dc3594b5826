package dev.quipu.db.migrate;

import dev.quipu.db.schema.Column;
import dev.quipu.db.schema.EnumType;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.Sql;
import org.jspecify.annotations.Nullable;

/** What rows get that need a value where the one they had is gone. */
final class Filler {

    private Filler() {}

    /** A literal, or null for a type without one. */
    static @Nullable String of(Column column, Schema schema) {
        EnumType named = schema.enums().get(column.type());
        if (named != null) {
            return Sql.text(named.values().get(0));
        }
        return switch (column.type().replaceFirst("[( ].*", "")) {
            case "smallint", "integer", "bigint", "numeric", "real", "double" -> "0";
            case "varchar", "text", "character", "bytea" -> "''";
            case "boolean" -> "false";
            case "date", "timestamp" -> "'epoch'";
            case "time", "interval" -> "'0:00'";
            case "uuid" -> "'00000000-0000-0000-0000-000000000000'";
            case "json", "jsonb" -> "'null'";
            default -> null;
        };
    }
}
