package dev.quipu.graphql.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The media types of answers. */
enum MediaType {
    JSON("application/json"),
    GRAPHQL_RESPONSE("application/graphql-response+json");

    private final String type;

    MediaType(String type) {
        this.type = type;
    }

    /** What {@code Content-Type} says of an answer. */
    String contentType() {
        return type + "; charset=utf-8";
    }

    /**
     * What the client wants most. Where it does not care, JSON: old clients know nothing else.
     *
     * @param accept the header; null if there is none
     * @return null if it wants neither
     */
    static @Nullable MediaType accepted(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        List<Range> ranges = new ArrayList<>();
        for (String text : accept.split(",")) {
            ranges.add(Range.of(text));
        }
        Wish json = Wish.of(JSON.type, ranges);
        Wish graphql = Wish.of(GRAPHQL_RESPONSE.type, ranges);
        if (graphql.quality > json.quality
                || (graphql.quality == json.quality && graphql.isNamed && graphql.quality > 0)) {
            return GRAPHQL_RESPONSE;
        }
        return json.quality > 0 ? JSON : null;
    }

    /** How much a type is wanted, and whether by its name. */
    private record Wish(double quality, boolean isNamed) {

        static Wish of(String type, List<Range> ranges) {
            Wish wish = new Wish(0, false);
            int closest = 0;
            for (Range range : ranges) {
                int closeness = range.closeness(type);
                if (closeness > closest) {
                    closest = closeness;
                    wish = new Wish(range.quality, closeness == Range.EXACT);
                }
            }
            return wish;
        }
    }

    /** One entry of an Accept header. */
    private record Range(String type, double quality, boolean isUtf8) {

        private static final int EXACT = 3;

        static Range of(String text) {
            String[] parts = text.toLowerCase(Locale.ROOT).replace("\"", "").split(";");
            double quality = 1;
            boolean utf8 = true;
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].strip();
                if (parameter.startsWith("q=")) {
                    quality = quality(parameter.substring(2));
                } else if (parameter.startsWith("charset=")) {
                    utf8 = parameter.equals("charset=utf-8");
                }
            }
            return new Range(parts.length == 0 ? "" : parts[0].strip(), quality, utf8);
        }

        private static double quality(String text) {
            return text.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(text) : 0;
        }

        int closeness(String wanted) {
            if (!isUtf8) {
                return 0;
            }
            if (type.equals(wanted)) {
                return EXACT;
            }
            return type.equals("application/*") ? 2 : type.equals("*/*") ? 1 : 0;
        }
    }
}
