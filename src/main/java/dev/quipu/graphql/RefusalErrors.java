package dev.quipu.graphql;

import dev.quipu.mutation.InputPath;
import dev.quipu.mutation.Refusal;
import dev.quipu.mutation.Refusal.BadInput;
import dev.quipu.mutation.Refusal.ConstraintViolation;
import dev.quipu.mutation.Refusal.Forbidden;
import dev.quipu.mutation.Refusal.NotFound;
import dev.quipu.mutation.Refusal.Place;
import dev.quipu.mutation.Refusal.ReferenceViolation;
import dev.quipu.mutation.Refusal.TooManyRows;
import dev.quipu.mutation.Refusal.UniqueViolation;
import dev.quipu.mutation.Refusal.VersionConflict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the reasons against an operation look like to clients. */
final class RefusalErrors {

    private RefusalErrors() {}

    static CodedError of(Refusal refusal) {
        Map<String, Object> details = new LinkedHashMap<>();
        ErrorCode code = describe(refusal, details);
        Place place = refusal.place();
        if (place != null && !place.path().steps().isEmpty()) {
            details.put("inputPath", place.path().steps());
        }
        return new CodedError(code, refusal.message(), null, null, details);
    }

    static CodedError badInput(String message, InputPath path) {
        return new CodedError(ErrorCode.BAD_USER_INPUT, message, null, null, Map.of("inputPath", path.steps()));
    }

    static CodedError contention(String message) {
        return new CodedError(ErrorCode.SERIALIZATION_RETRY, message);
    }

    private static ErrorCode describe(Refusal refusal, Map<String, Object> details) {
        if (refusal instanceof BadInput) {
            return ErrorCode.BAD_USER_INPUT;
        }
        if (refusal instanceof NotFound missing) {
            row(missing.key().entity().name(), missing.key().id(), List.of(), details);
            return ErrorCode.NOT_FOUND;
        }
        if (refusal instanceof Forbidden) {
            return ErrorCode.FORBIDDEN;
        }
        if (refusal instanceof TooManyRows many) {
            row(many.entity(), null, List.of(), details);
            details.put("values", Map.of("atMost", many.atMost(), "matching", many.matching()));
            return ErrorCode.TOO_MANY_ROWS;
        }
        if (refusal instanceof VersionConflict conflict) {
            row(conflict.entity(), conflict.id(), List.of(), details);
            details.put("values", Map.of("expectedVersion", conflict.expected(), "version", conflict.stored()));
            return ErrorCode.VERSION_CONFLICT;
        }
        if (refusal instanceof UniqueViolation violation) {
            row(violation.entity(), violation.id(), violation.fields(), details);
            return ErrorCode.UNIQUE_VIOLATION;
        }
        if (refusal instanceof ReferenceViolation violation) {
            row(violation.entity(), violation.id(), violation.fields(), details);
            return ErrorCode.REFERENCE_VIOLATION;
        }
        ConstraintViolation violation = (ConstraintViolation) refusal;
        if (violation.rule() != null) {
            details.put("rule", violation.rule());
        }
        row(violation.entity(), violation.id(), violation.fields(), details);
        details.put("values", Printed.values(violation.values()));
        return ErrorCode.CONSTRAINT_VIOLATION;
    }

    private static void row(
            @Nullable String entity, @Nullable Object id, List<String> fields, Map<String, Object> details) {
        if (entity != null) {
            details.put("entity", entity);
        }
        if (id != null) {
            details.put("id", id.toString());
        }
        if (!fields.isEmpty()) {
            details.put("fields", fields);
        }
    }
}
