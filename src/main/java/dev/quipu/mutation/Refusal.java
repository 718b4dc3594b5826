package dev.quipu.mutation;

import dev.quipu.security.ForbiddenException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One reason why an operation was not carried out. */
public sealed interface Refusal {

    /** For the client; names no class and no table. */
    String message();

    /** Which part of the request is to blame, if that is known. */
    @Nullable
    Place place();

    /**
     * A part of the request.
     *
     * @param command the position of the command in its operation
     */
    record Place(int command, InputPath path) {}

    /** A value does not fit its attribute, or the parts of the request contradict each other. */
    record BadInput(Place place, String message) implements Refusal {}

    /** A row that the request names is not there. */
    record NotFound(Place place, RowKey key, String message) implements Refusal {}

    /** Whoever asks may not do it. */
    record Forbidden(Place place, String message) implements Refusal {

        /** @param what is not allowed, as the beginning of a sentence: {@code "Changing Post 7"} */
        public static Forbidden of(Place place, String what) {
            return new Forbidden(place, String.valueOf(new ForbiddenException(what).getMessage()));
        }
    }

    /** More rows match a filter than the client expects. */
    record TooManyRows(Place place, String entity, int atMost, long matching, String message) implements Refusal {}

    /** A row has changed since the client read it. */
    record VersionConflict(Place place, String entity, Object id, Object expected, Object stored, String message)
            implements Refusal {}

    /** Another row has these values already. */
    record UniqueViolation(
            @Nullable Place place,
            @Nullable String entity,
            @Nullable Object id,
            List<String> fields,
            String message) implements Refusal {}

    /** A row refers to one that is not there, or is itself still referred to. */
    record ReferenceViolation(
            @Nullable Place place,
            @Nullable String entity,
            @Nullable Object id,
            List<String> fields,
            String message) implements Refusal {}

    /**
     * A row would break a rule.
     *
     * @param rule the rule's name with its entity's: {@code User.withinCreditLimit}
     * @param id null if the row got none
     * @param values what the rule reads
     */
    record ConstraintViolation(
            @Nullable Place place,
            @Nullable String rule,
            @Nullable String entity,
            @Nullable Object id,
            List<String> fields,
            Map<String, @Nullable Object> values,
            String message)
            implements Refusal {

        public ConstraintViolation {
            fields = List.copyOf(fields);
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
