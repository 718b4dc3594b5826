package dev.quipu.mutation;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.mutation.Doubts.Target;
import dev.quipu.mutation.Doubts.UniqueValue;
import dev.quipu.mutation.Refusal.Forbidden;
import dev.quipu.mutation.Refusal.ReferenceViolation;
import dev.quipu.mutation.Refusal.UniqueViolation;
import dev.quipu.query.Condition;
import dev.quipu.query.Operator;
import dev.quipu.query.RowSearch;
import dev.quipu.security.Access;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Asks the database, when an operation is refused and its transaction gone, what else speaks against it: values that other rows have,
 * targets that are not there. So a client learns of all of it, and operations that succeed pay nothing. Left out are keys of several
 * attributes, and invariants, which are judged once the rest is in order.
 */
final class Hindsight {

    private final Model model;
    private final Sight sight;
    private final Session session;
    private final Holders holders;
    private final Doubts doubts;

    Hindsight(Model model, Sight sight, Doubts doubts) {
        this.model = model;
        this.sight = sight;
        this.holders = new Holders(sight);
        this.session = sight.session();
        this.doubts = doubts;
    }

    /**
     * All refusals, in the order of the commands.
     *
     * @throws ContentionException if another transaction has made a row meanwhile that this one made since there was none, so that the
     *     next attempt will find it, unless that is gone again; or if the value that was taken is free by now
     */
    List<Refusal> complete(AttemptRefusedException refused) {
        if (refused.refusals().stream().anyMatch(UniqueViolation.class::isInstance)
                && (madeTwice() || overtaken() || freed())) {
            throw new ContentionException(refused);
        }
        if (refused.refusals().stream().anyMatch(Forbidden.class::isInstance)) {
            // whoever may not write asks nothing about values either
            return refused.refusals().stream().map(this::discreet).distinct().toList();
        }
        List<Refusal> found = new ArrayList<>();
        groups(
                        doubts.values(),
                        value -> value.entity().name() + "." + value.attribute().name())
                .forEach(values -> taken(values, found));
        groups(doubts.targets(), target -> target.target().name()).forEach(targets -> missing(targets, found));
        List<Refusal> all = new ArrayList<>(
                refused.refusals().stream().map(this::discreet).distinct().toList());
        all.removeIf(known -> known.place() == null && found.stream().anyMatch(other -> same(known, other)));
        found.stream().filter(other -> !placed(all, other)).forEach(all::add);
        all.sort(Comparator.comparingInt(Hindsight::command));
        return all;
    }

    /** The row was not there at first, and then it was. Whoever asked again might see it gone, and made again with the next question. */
    private boolean madeTwice() {
        UniqueValue disputed = doubts.disputed();
        return disputed != null
                && !holders.hide(disputed)
                && doubts.absent().stream()
                        .anyMatch(key -> key.entity().equals(disputed.entity())
                                && key.attribute().equals(disputed.attribute())
                                && key.value().equals(disputed.value()));
    }

    private boolean overtaken() {
        return doubts.absent().stream()
                .anyMatch(
                        key -> key.id() == null && exists(key.entity(), key.attribute(), key.value(), sight.access()));
    }

    /** Of softly deleted rows nobody sees whether they keep their values: that is up to the index. */
    private boolean freed() {
        UniqueValue disputed = doubts.disputed();
        return disputed != null
                && !disputed.entity().softDeletable()
                && !exists(disputed.entity(), disputed.attribute(), disputed.value(), Access.UNRESTRICTED);
    }

    private boolean exists(EntityModel entity, BasicAttribute attribute, Object value, Access access) {
        Condition named = new Condition.Compare(attribute, Operator.EQ, value);
        return new RowSearch(session, entity, named, access).count() > 0;
    }

    /** What the database says of a value that is taken may be nobody's business. */
    private Refusal discreet(Refusal refusal) {
        boolean told = !(refusal instanceof UniqueViolation taken)
                || taken.entity() == null
                || holders.tell(model.entity(taken.entity()), taken.fields(), doubts.disputed());
        return told ? refusal : Discretion.CONFLICT;
    }

    private static <T> Collection<List<T>> groups(List<T> elements, Function<T, String> name) {
        return elements.stream()
                .collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** All values are of one attribute. */
    private void taken(List<UniqueValue> values, List<Refusal> found) {
        EntityModel entity = values.get(0).entity();
        String attribute = values.get(0).attribute().name();
        List<?> own = doubts.touched().getOrDefault(entity.entityName(), List.of());
        Map<Object, Boolean> held = new HashMap<>();
        holders.of(entity, attribute, values.stream().map(UniqueValue::value).toList()).stream()
                .filter(holder -> !own.contains(holder.id()))
                .forEach(holder -> held.put(holder.value(), holder.seen()));
        for (UniqueValue value : values) {
            Boolean seen = held.putIfAbsent(value.value(), true);
            if (seen != null) {
                found.add(seen ? taken(value) : Discretion.CONFLICT);
            }
        }
    }

    private static Refusal taken(UniqueValue value) {
        return DatabaseRefusals.taken(
                value.place(),
                value.entity(),
                value.attribute().name(),
                value.value().toString());
    }

    /** All targets are of one entity. */
    private void missing(List<Target> targets, List<Refusal> found) {
        EntityModel entity = targets.get(0).target();
        String id = entity.id().name();
        Set<Object> there = new HashSet<>(session.createSelectionQuery(
                        "select r." + id + " from " + entity.entityName() + " r where r." + id + " in (:ids)",
                        Object.class)
                .setParameterList(
                        "ids", targets.stream().map(Target::id).distinct().toList())
                .getResultList());
        targets.stream()
                .filter(target -> !there.contains(target.id()))
                .map(target -> DatabaseRefusals.missing(
                        target.place(),
                        target.entity(),
                        target.reference(),
                        target.id().toString()))
                .forEach(found::add);
    }

    /** Whether the client is sent to that place already. */
    private static boolean placed(List<Refusal> known, Refusal found) {
        return known.stream().anyMatch(refusal -> Objects.equals(refusal.place(), found.place()));
    }

    private static boolean same(Refusal known, Refusal found) {
        return known instanceof UniqueViolation a
                        && found instanceof UniqueViolation b
                        && a.fields().equals(b.fields())
                || known instanceof ReferenceViolation c
                        && found instanceof ReferenceViolation d
                        && c.fields().equals(d.fields());
    }

    private static int command(Refusal refusal) {
        return refusal.place() == null ? Integer.MAX_VALUE : refusal.place().command();
    }
}
