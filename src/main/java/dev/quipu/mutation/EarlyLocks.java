package dev.quipu.mutation;

import dev.quipu.change.LockOrder;
import dev.quipu.model.EntityModel;
import dev.quipu.query.Condition;
import dev.quipu.query.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Locks the rows that an operation is going to change before it reads them, when it is tried again: so it waits for its turn, where it
 * would lose one race after the other for a row that many change.
 *
 * <p>Only rows that its flush would lock before all others are locked early. A lock out of order would be a deadlock with a flush that
 * comes the other way; so other operations are tried again as they were.
 */
final class EarlyLocks {

    private final Attempt attempt;

    EarlyLocks(Attempt attempt) {
        this.attempt = attempt;
    }

    void take() {
        ChangedRows changed = ChangedRows.of(attempt.commands());
        if (changed == null) {
            return;
        }
        Map<EntityModel, List<RowKey>> keys = changed.keys().stream()
                .collect(Collectors.groupingBy(RowKey::entity, LinkedHashMap::new, Collectors.toList()));
        int first =
                above(changed.written()).stream().mapToInt(this::position).min().orElse(Integer.MAX_VALUE);
        keys.entrySet().stream()
                .min(Comparator.comparingInt(named -> position(named.getKey())))
                .filter(named -> position(named.getKey()) <= first)
                .ifPresent(named -> lock(named.getKey(), named.getValue()));
    }

    private int position(EntityModel entity) {
        return LockOrder.position(attempt.session(), entity);
    }

    /** The entities to which those refer, directly and further on. */
    private Set<EntityModel> above(Set<EntityModel> entities) {
        Set<EntityModel> above = new HashSet<>();
        List<EntityModel> next = new ArrayList<>(entities);
        while (!next.isEmpty()) {
            next = next.stream()
                    .flatMap(EntityModel::toOnes)
                    .map(reference -> attempt.model().entity(reference.target()))
                    .filter(above::add)
                    .toList();
        }
        return above;
    }

    private void lock(EntityModel entity, List<RowKey> keys) {
        List<Condition> named = keys.stream()
                .collect(Collectors.groupingBy(RowKey::attribute, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .<Condition>map(same -> new Condition.Compare(
                        same.getKey(),
                        Operator.IN,
                        same.getValue().stream().map(RowKey::value).distinct().toList()))
                .toList();
        MatchingRows.lock(attempt, entity, new Condition.Or(named), keys.size());
    }
}
