package dev.quipu.mutation;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.mutation.Refusal.ConstraintViolation;
import dev.quipu.mutation.Refusal.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.spi.EntityEntry;
import org.jspecify.annotations.Nullable;

/**
 * Judges written rows by their Bean Validation constraints before the flush, where Hibernate would stop at the first row. Derived
 * attributes have no values by then; Hibernate judges those.
 */
@ApplicationScoped
class RowValidation {

    private final Validator validator;

    RowValidation(Validator validator) {
        this.validator = validator;
    }

    void validate(Attempt attempt) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (WrittenRow written : attempt.written()) {
            if (seen.add(written.row()) && !removed(attempt, written.row())) {
                validator.validate(written.row()).stream()
                        .filter(violation -> isForHere(written, violation))
                        .map(violation -> refusal(attempt, violation))
                        .forEach(attempt::refuse);
            }
        }
    }

    /** What one broken constraint says to the client. */
    static Refusal refusal(Attempt attempt, jakarta.validation.ConstraintViolation<?> violation) {
        Object row = violation.getRootBean();
        String attribute = attribute(violation);
        String entity = attempt.model().entity(row.getClass()).name();
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String rule = entity + (attribute.isEmpty() ? "" : "." + attribute) + "." + constraint;
        Place place = new Blame(attempt).placeOf(row, attribute);
        if (!new Discretion(attempt).shows(row, attribute)) {
            return Discretion.untold(place, rule);
        }
        return new ConstraintViolation(
                place,
                rule,
                entity,
                attempt.session().contains(row) ? attempt.session().getIdentifier(row) : null,
                attribute.isEmpty() ? List.of() : List.of(attribute),
                attribute.isEmpty() ? Map.of() : Collections.singletonMap(attribute, violation.getInvalidValue()),
                attribute.isEmpty() ? violation.getMessage() : attribute + " " + violation.getMessage());
    }

    /** A null in a column that must not be null has been refused already. */
    private static boolean isForHere(WrittenRow written, jakarta.validation.ConstraintViolation<?> violation) {
        AttributeModel attribute = written.entity().attribute(attribute(violation));
        return !(attribute instanceof BasicAttribute basic)
                || (!basic.derived() && (basic.nullable() || violation.getInvalidValue() != null));
    }

    private static String attribute(jakarta.validation.ConstraintViolation<?> violation) {
        var first = violation.getPropertyPath().iterator().next();
        return first.getName() == null ? "" : first.getName();
    }

    private static boolean removed(Attempt attempt, Object row) {
        @Nullable
        EntityEntry entry = attempt.session().getPersistenceContextInternal().getEntry(row);
        return entry != null && entry.getStatus().isDeletedOrGone();
    }
}
