package dev.quipu.db.reverse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a column is mapped.
 *
 * @param type the Java type, with its package
 * @param primitive the same for a column that always has a value; null if there is none
 * @param form what {@code @Column} says of it beside its name: length, precision and the like
 * @param reading how it is read if not as it is, with {@code %s} for its name
 * @param writing the same for {@code ?}
 * @param jdbcType a constant of {@code SqlTypes}, if it is not the usual one for the type
 */
record ColumnMapping(
        String type,
        @Nullable String primitive,
        Map<String, String> form,
        @Nullable String reading,
        @Nullable String writing,
        @Nullable String jdbcType) {

    private static final String INSTANT = "java.time.Instant";
    private static final String DEFINITION = "columnDefinition";
    private static final String LENGTH = "length";

    /** What stands for the length of a text without one; see {@code org.hibernate.Length}. */
    static final String UNLIMITED = "Length.LONG32";

    static ColumnMapping of(StoredColumn column, boolean id) {
        String arguments = column.baseType().replaceFirst("^[^(]*\\(?([^)]*).*", "$1");
        return switch (column.plainType()) {
            // the API has no ids of that type
            case "smallint" -> id ? numeric("Integer", "int").as("SMALLINT") : numeric("Short", "short");
            case "integer" -> numeric("Integer", "int");
            case "bigint" -> numeric("Long", "long");
            case "real" -> numeric("Float", "float");
            case "double precision" -> numeric("Double", "double");
            case "boolean" -> numeric("Boolean", "boolean");
            case "numeric" -> decimal(arguments);
            case "character varying", "name" -> text(column, arguments);
            case "text" -> plain("java.lang.String", Map.of(LENGTH, UNLIMITED));
            case "character" -> text(column, arguments).as("CHAR");
            case "date" -> plain("java.time.LocalDate", Map.of());
            case "timestamp with time zone" ->
                plain(INSTANT, arguments.isEmpty() ? Map.of() : Map.of("secondPrecision", arguments));
            case "timestamp without time zone" ->
                new ColumnMapping(
                        INSTANT, null, definition(column), "%s at time zone 'UTC'", "? at time zone 'UTC'", null);
            case "bytea" -> plain("byte[]", Map.of());
            case "jsonb" -> json(Map.of());
            case "json" -> json(definition(column));
            default -> asText(column);
        };
    }

    private static ColumnMapping numeric(String type, String primitive) {
        return new ColumnMapping("java.lang." + type, primitive, Map.of(), null, null, null);
    }

    private static ColumnMapping plain(String type, Map<String, String> form) {
        return new ColumnMapping(type, null, form, null, null, null);
    }

    private static ColumnMapping json(Map<String, String> form) {
        return plain("com.fasterxml.jackson.databind.JsonNode", form).as("JSON");
    }

    /** Without a precision it holds any number: as many digits as BigDecimal columns have, ten of them behind the point. */
    private static ColumnMapping decimal(String arguments) {
        String[] numbers = arguments.split(",");
        Map<String, String> form = arguments.isEmpty()
                ? Map.of("precision", "38", "scale", "10", DEFINITION, "\"numeric\"")
                : Map.of("precision", numbers[0], "scale", numbers.length > 1 ? numbers[1] : "0");
        return plain("java.math.BigDecimal", form);
    }

    private static ColumnMapping text(StoredColumn column, String length) {
        return plain(
                "java.lang.String",
                length.isEmpty()
                        ? Map.of(LENGTH, UNLIMITED, DEFINITION, JavaNames.literal(column.type()))
                        : Map.of(LENGTH, length));
    }

    /** For types that the API does not have: PostgreSQL's own spelling. */
    static ColumnMapping asText(StoredColumn column) {
        Map<String, String> form = Map.of(LENGTH, UNLIMITED, DEFINITION, typeName(column));
        return new ColumnMapping("java.lang.String", null, form, "%s::text", "?::" + column.type(), null);
    }

    private static Map<String, String> definition(StoredColumn column) {
        return Map.of(DEFINITION, typeName(column));
    }

    /** In the words in which Hibernate hears of it, when it compares the schema with the mapping. */
    private static String typeName(StoredColumn column) {
        return JavaNames.literal(column.type().replace(" without time zone", ""));
    }

    private ColumnMapping as(String code) {
        return new ColumnMapping(type, primitive, form, reading, writing, code);
    }

    /** The same column with the constants of an enum, {@code CustomerStatus}, for values. */
    ColumnMapping ofEnum(String name) {
        return new ColumnMapping(name, null, form, reading, writing, jdbcType);
    }

    /**
     * The name of the column in the mapping. Hibernate replaces it in what reads the column wherever it occurs there, and
     * {@code at} occurs more than once in {@code at at time zone 'UTC'}; in quotes it does not.
     */
    String spelled(SqlName name) {
        return reading != null && !name.quoted() && reading.contains(name.text())
                ? '"' + name.text() + '"'
                : name.sql();
    }

    /** What {@code @Column} says, in an order that does not change. */
    Map<String, String> formInOrder() {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String key : List.of(LENGTH, "precision", "scale", "secondPrecision", DEFINITION)) {
            String value = form.get(key);
            if (value != null) {
                ordered.put(key, value);
            }
        }
        return ordered;
    }
}
