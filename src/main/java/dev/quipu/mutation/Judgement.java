package dev.quipu.mutation;

import static dev.quipu.security.Right.Fixed.ALWAYS;
import static dev.quipu.security.Right.Fixed.NEVER;

import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.mutation.Refusal.Forbidden;
import dev.quipu.mutation.Refusal.Place;
import dev.quipu.security.Access;
import dev.quipu.security.Action;
import dev.quipu.security.Right.Where;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether whoever asks may do what an attempt does. What they may never do is refused as soon as a command would do it. What depends on
 * the row is noted and judged by the database: as the row is before anything is written, and as it is once all has settled.
 */
final class Judgement {

    private final Attempt attempt;
    private final Access access;
    private final Set<Object> made = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Optional<Demand>> demands = new HashMap<>();
    private final Demands before;
    private final Demands after;

    Judgement(Attempt attempt) {
        this.attempt = attempt;
        this.access = attempt.access();
        this.before = new Demands(attempt, false);
        this.after = new Demands(attempt, true);
    }

    /** A new row is judged by what the request gives of it; what it gets by default or by its owner needs no right of its own. */
    void create(RowWrite write, Object row) {
        made.add(row);
        require(Action.CREATE, write.entity(), row, own(write), attempt.place(write.path()), write::pathOf);
    }

    void update(RowWrite write, Object row) {
        require(Action.UPDATE, write.entity(), row, own(write), attempt.place(write.path()), write::pathOf);
    }

    /** An element of a collection gets another owner, or none. */
    void point(EntityModel entity, Object row, String reference, InputPath path) {
        require(Action.UPDATE, entity, row, List.of(reference), attempt.place(path), attribute -> path);
    }

    /** Whether it depends on the row as others may change it whether it may be deleted. */
    boolean judgesDeletion(EntityModel entity, Object row) {
        return !made.contains(row) && access.rows(entity, Action.DELETE) instanceof Where;
    }

    void delete(EntityModel entity, Object row, InputPath path) {
        require(Action.DELETE, entity, row, List.of(), attempt.place(path), attribute -> path);
    }

    /** Whether some rows may be written so; else it is refused, also where a filter finds none. */
    boolean possible(Action action, EntityModel entity, InputPath path) {
        return possible(action, entity, List.of(), attempt.place(path), attribute -> path);
    }

    /** The same for what is written to each of them. */
    boolean possible(RowWrite patch) {
        return possible(Action.UPDATE, patch.entity(), own(patch), attempt.place(patch.path()), patch::pathOf);
    }

    /** Whether the attribute may be read in a row that may be read. */
    boolean mayRead(EntityModel entity, Object row, String attribute) {
        if (made.contains(row) || access.attribute(entity, attribute, Action.READ) == ALWAYS) {
            return true;
        }
        Object id = new RowState(attempt.session()).storedId(entity, row);
        return new Sight(attempt.session(), access)
                .of(entity, attribute, List.of(id))
                .contains(id);
    }

    /** Judges what has been noted since, by what the database has; called before that changes. */
    void judgeBefore() {
        before.judge();
    }

    /** Judges what the database has by now, and what it has when all is written once more. */
    void judgeSoFar() {
        after.judgeSoFar();
    }

    /** Judges what the database has when all is written. */
    void judgeAfter() {
        after.judge();
    }

    /** Whether rows of one of the entities are still to be judged. */
    boolean awaits(Set<EntityModel> entities) {
        return after.about(entities);
    }

    private void require(
            Action action,
            EntityModel entity,
            Object row,
            List<String> attributes,
            Place place,
            Function<String, InputPath> pathOf) {
        if (!possible(action, entity, attributes, place, pathOf)) {
            return;
        }
        Demand demand = demands.computeIfAbsent(
                        action + " " + entity.name() + " " + attributes,
                        key -> Optional.ofNullable(Demand.of(access, action, entity, attributes)))
                .orElse(null);
        if (demand == null) {
            return;
        }
        if (!made.contains(row)) {
            before.add(demand, row, place);
        }
        if (action != Action.DELETE) {
            after.add(demand, row, place);
        }
    }

    private boolean possible(
            Action action,
            EntityModel entity,
            List<String> attributes,
            Place place,
            Function<String, InputPath> pathOf) {
        if (access.rows(entity, action) == NEVER) {
            attempt.refuse(Forbidden.of(place, Demand.doing(action) + " " + entity.name()));
            return false;
        }
        List<String> never = attributes.stream()
                .filter(attribute -> access.attribute(entity, attribute, action) == NEVER)
                .toList();
        never.forEach(attribute -> attempt.refuse(
                Forbidden.of(attempt.place(pathOf.apply(attribute)), "Writing " + entity.name() + "." + attribute)));
        return never.isEmpty();
    }

    /** Collections are judged by their elements. */
    private static List<String> own(RowWrite write) {
        return write.attributes().keySet().stream()
                .filter(name -> !(write.entity().attribute(name) instanceof ToManyAttribute))
                .toList();
    }
}
