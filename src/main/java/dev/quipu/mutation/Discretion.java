package dev.quipu.mutation;

import static dev.quipu.security.Action.READ;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.EntityModel;
import dev.quipu.mutation.Refusal.ConstraintViolation;
import dev.quipu.mutation.Refusal.Place;
import dev.quipu.mutation.Seen.Part;
import dev.quipu.rule.Violation;
import dev.quipu.security.Access;
import dev.quipu.security.Right.Fixed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What refusals say to somebody who may not read everything: no value, row or reference that a query would not give them.
 *
 * <p>That something stands against an operation is told in any case. So a constraint that holds for rows that may not be read is an
 * oracle by its nature: who may write a unique attribute learns whether a value is taken, one value for each attempt, though not by
 * whom, nor by which of several attributes; who may delete a row learns whether others refer to it; who may change what a sum counts
 * learns when a rule about the sum does not hold. Where that is too much, let roles not write such an attribute.
 */
final class Discretion {

    /** Something that may not be read is in the way. */
    static final Refusal CONFLICT = new ConstraintViolation(
            null, null, null, null, List.of(), Map.of(), "This conflicts with data that you may not see.");

    private final Attempt attempt;

    Discretion(Attempt attempt) {
        this.attempt = attempt;
    }

    /** Whether whoever asks may read these attributes of every row that they may read, and every row. */
    boolean shows(EntityModel entity, Collection<String> attributes) {
        return Sight.everywhere(attempt.access(), entity, attributes);
    }

    /** Whether the client has written the attribute, or may read it wherever it may read the row; empty for the row as a whole. */
    boolean shows(Object row, String attribute) {
        EntityModel entity = attempt.model().entity(row.getClass());
        List<WrittenRow> written =
                attempt.written().stream().filter(one -> one.row() == row).toList();
        if (written.isEmpty()) {
            return shows(entity, attribute.isEmpty() ? List.of() : List.of(attribute));
        }
        Access access = attempt.access();
        return attribute.isEmpty()
                || written.stream().anyMatch(one -> one.write().attributes().containsKey(attribute))
                || access.attribute(entity, attribute, READ) == Fixed.ALWAYS;
    }

    /** What broken rules say, as far as the state at hand may be read. */
    List<Refusal> of(List<Violation> violations) {
        List<Part> parts = violations.stream().flatMap(this::parts).toList();
        Seen seen = new Seen(new Sight(attempt.session(), attempt.access()), parts);
        Blame blame = new Blame(attempt);
        List<Refusal> refusals = new ArrayList<>();
        for (Violation violation : violations) {
            Place place = blame.placeOf(
                    violation.entity(), violation.id(), violation.values().keySet());
            refusals.add(seen.has(row(violation)) ? told(violation, place, seen) : untold(place, violation.rule()));
        }
        return refusals;
    }

    /** A broken rule of which nothing but its name is told. */
    static Refusal untold(@Nullable Place place, String rule) {
        return new ConstraintViolation(place, rule, null, null, List.of(), Map.of(), silent(rule));
    }

    private static String silent(String rule) {
        return rule + " would not hold, because of data that you may not see.";
    }

    private Refusal told(Violation violation, @Nullable Place place, Seen seen) {
        EntityModel entity = entity(violation);
        Map<String, @Nullable Object> values = new LinkedHashMap<>(violation.values());
        values.keySet().removeIf(name -> !seen.has(part(violation, name)));
        boolean all = values.size() == violation.values().size();
        values.keySet().removeIf(name -> isHidden(entity, name));
        return new ConstraintViolation(
                place,
                violation.rule(),
                violation.entity(),
                violation.id(),
                violation.attributes().stream()
                        .filter(name -> seen.has(part(violation, name)) && !isHidden(entity, name))
                        .toList(),
                values,
                all ? violation.message() : silent(violation.rule()));
    }

    private Stream<Part> parts(Violation violation) {
        return Stream.concat(
                Stream.of(row(violation)),
                Stream.concat(violation.values().keySet().stream(), violation.attributes().stream())
                        .map(name -> part(violation, name)));
    }

    private Part row(Violation violation) {
        return new Part(entity(violation), violation.id(), null);
    }

    /** Code may name what is no attribute: that comes with the row. */
    private Part part(Violation violation, String name) {
        EntityModel entity = entity(violation);
        return new Part(entity, violation.id(), entity.attribute(name) == null ? null : name);
    }

    private EntityModel entity(Violation violation) {
        return attempt.model().entity(violation.entity());
    }

    private static boolean isHidden(EntityModel entity, String name) {
        AttributeModel attribute = entity.attribute(name);
        return attribute != null && attribute.hidden();
    }
}
