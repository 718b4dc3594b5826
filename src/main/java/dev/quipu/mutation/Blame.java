package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.mutation.Refusal.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells which part of a request made a row what it became. */
final class Blame {

    /** How many references away a row is looked for. */
    private static final int REACH = 4;

    private final Attempt attempt;
    private final RowState state;
    private final List<WrittenRow> latestFirst;

    Blame(Attempt attempt) {
        this.attempt = attempt;
        this.state = new RowState(attempt.session());
        this.latestFirst = new ArrayList<>(attempt.written());
        Collections.reverse(latestFirst);
    }

    /** What wrote the attribute of that very entity, or else wrote the entity. */
    @Nullable
    Place placeOf(Object row, String attribute) {
        return latest(written -> written.row() == row, List.of(attribute));
    }

    /**
     * What wrote one of the attributes of the row, or else the row; or else the nearest row that refers to it and so feeds its sums; or
     * else the only command.
     */
    @Nullable
    Place placeOf(String entity, Object id, Collection<String> attributes) {
        EntityModel target = attempt.model().entity(entity);
        for (int distance = 0; distance <= REACH; distance++) {
            int references = distance;
            Place place = latest(
                    written -> reaches(written.entity(), written.row(), target, id, references),
                    references == 0 ? attributes : List.of());
            if (place != null) {
                return place;
            }
        }
        return onlyCommand();
    }

    /** What gave an attribute of the entity a value that reads so. */
    @Nullable
    WrittenRow writer(EntityModel entity, String attribute, String value) {
        return latestFirst.stream()
                .filter(written -> written.entity().equals(entity) && value.equals(text(written, attribute)))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Place onlyCommand() {
        return attempt.commands().size() == 1
                ? new Place(0, attempt.commands().get(0).path())
                : null;
    }

    private @Nullable Place latest(Predicate<WrittenRow> condition, Collection<String> attributes) {
        List<WrittenRow> candidates = latestFirst.stream().filter(condition).toList();
        for (WrittenRow candidate : candidates) {
            for (String attribute : attributes) {
                if (candidate.write().attributes().containsKey(attribute)) {
                    return candidate.placeOf(attribute);
                }
            }
        }
        return candidates.isEmpty()
                ? null
                : new Place(
                        candidates.get(0).command(), candidates.get(0).write().path());
    }

    private boolean reaches(EntityModel entity, @Nullable Object row, EntityModel target, Object id, int references) {
        if (row == null) {
            return false;
        }
        if (references == 0) {
            return entity.equals(target) && id.equals(state.id(entity, row));
        }
        return entity.toOnes()
                .anyMatch(reference -> reaches(
                        attempt.model().entity(reference.target()),
                        state.get(entity, row, reference.name()),
                        target,
                        id,
                        references - 1));
    }

    private @Nullable String text(WrittenRow written, String attribute) {
        EntityModel entity = written.entity();
        Object value = state.get(entity, written.row(), attribute);
        if (value != null && entity.attribute(attribute) instanceof ToOneAttribute reference) {
            value = state.id(attempt.model().entity(reference.target()), value);
        }
        return value == null ? null : value.toString();
    }
}
