package dev.quipu.db.migrate;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A type that becomes another one. */
record TypeChange(String before, String after) {

    private static final Pattern TYPE =
            Pattern.compile("([a-z ]+?)(?:\\((\\d+)(?:,(\\d+))?\\))?( with(?:out)? time zone)?");

    /** What a type without a length is as long as. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private static final Map<String, List<String>> WIDER = Map.of(
            "smallint", List.of("integer", "bigint", "numeric"),
            "integer", List.of("bigint", "numeric", "double precision"),
            "bigint", List.of("numeric"),
            "real", List.of("double precision"),
            "varchar", List.of("text"),
            "date", List.of("timestamp without time zone"));

    private record Type(String name, int length, int scale) {}

    /** Whether every value of the one is a value of the other. */
    boolean widens() {
        Type from = type(before);
        Type to = type(after);
        if (from.name().equals(to.name())) {
            return from.name().equals("numeric") && to.length() != UNLIMITED
                    ? to.scale() >= from.scale()
                            && from.length() != UNLIMITED
                            && to.length() - to.scale() >= from.length() - from.scale()
                    : to.length() >= from.length();
        }
        return to.length() == UNLIMITED
                && WIDER.getOrDefault(from.name(), List.of()).contains(to.name());
    }

    /** A type of another kind stands for itself. */
    private static Type type(String text) {
        Matcher match = TYPE.matcher(text.replace(" collate", "_collate"));
        if (!match.matches()) {
            return new Type(text, UNLIMITED, 0);
        }
        String zone = match.group(4) == null ? "" : match.group(4);
        String length = match.group(2);
        String scale = match.group(3);
        return new Type(
                match.group(1) + zone,
                length == null ? UNLIMITED : Integer.parseInt(length),
                scale == null ? 0 : Integer.parseInt(scale));
    }
}
