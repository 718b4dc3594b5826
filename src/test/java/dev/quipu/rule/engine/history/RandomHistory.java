package dev.quipu.rule.engine.history;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.rule.engine.history.Change.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes up transactions on any model. It only guesses which rows are there; whoever plays them passes over those that are not. */
final class RandomHistory {

    private static final int FIRST_ROWS = 3;

    private final List<EntityModel> entities;
    private final Random random;
    private final RandomValue values;
    private final Map<String, List<Key>> rows = new LinkedHashMap<>();
    private int number;

    private RandomHistory(Model model, Random random) {
        this.entities = parentsFirst(model);
        this.random = random;
        this.values = new RandomValue(random);
        entities.forEach(entity -> rows.put(entity.name(), new ArrayList<>()));
    }

    /** A first transaction that fills the tables, and those after it. */
    static List<Transaction> of(Model model, long seed, int transactions) {
        RandomHistory history = new RandomHistory(model, new Random(seed));
        List<Transaction> made = new ArrayList<>();
        made.add(history.first());
        while (made.size() <= transactions) {
            made.add(history.transaction());
        }
        return made;
    }

    private static List<EntityModel> parentsFirst(Model model) {
        List<EntityModel> sorted = new ArrayList<>();
        while (sorted.size() < model.entities().size()) {
            model.entities().stream()
                    .filter(entity -> !sorted.contains(entity))
                    .filter(entity -> entity.toOnes()
                            .map(reference -> model.entity(reference.target()))
                            .allMatch(parent -> parent == entity || sorted.contains(parent)))
                    .findFirst()
                    .map(sorted::add)
                    .orElseThrow();
        }
        return sorted;
    }

    private Transaction first() {
        List<Change> changes = new ArrayList<>();
        for (EntityModel entity : entities) {
            for (int i = 0; i < FIRST_ROWS; i++) {
                changes.add(insert(entity));
            }
        }
        return new Transaction(changes, true);
    }

    private Transaction transaction() {
        List<Change> changes = new ArrayList<>();
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            changes.add(change());
        }
        return new Transaction(changes, random.nextInt(12) != 0);
    }

    private Change change() {
        EntityModel entity = one(entities);
        return switch (random.nextInt(18)) {
            case 0, 1, 2 -> insert(entity);
            case 3, 4, 5, 6, 7 -> assign(entity);
            case 8, 9 -> move(entity);
            case 10 -> new Change.Remove(row(entity));
            case 11 -> new Change.Remove(row(entities.get(entities.size() - 1)));
            case 12 -> entity.softDeletable() ? new Change.Restore(row(entity)) : orphan(entity);
            case 13 -> entity.softDeletable() ? new Change.Remove(row(entity)) : assign(entity);
            case 14 ->
                entity.softDeletable() && random.nextInt(3) == 0 ? new Change.Purge(row(entity)) : new Change.Flush();
            case 15 -> new Change.Revive(row(entity));
            case 16 -> random.nextBoolean() ? new Change.Clear() : orphan(entity);
            default -> new Change.Query(entity.name());
        };
    }

    private Change insert(EntityModel entity) {
        Map<String, @Nullable Object> assigned = new LinkedHashMap<>();
        entity.toOnes().forEach(reference -> assigned.put(reference.name(), parent(reference)));
        assignable(entity).forEach(attribute -> assigned.put(attribute.name(), values.of(attribute)));
        Key key = new Key(entity.name(), number++);
        rows.get(entity.name()).add(key);
        return new Change.Insert(key, assigned, one(List.of(Way.values())));
    }

    private Change assign(EntityModel entity) {
        List<BasicAttribute> attributes = assignable(entity);
        if (attributes.isEmpty()) {
            return move(entity);
        }
        BasicAttribute attribute = one(attributes);
        return new Change.Assign(row(entity), attribute.name(), values.of(attribute), Way.FOUND);
    }

    private Change move(EntityModel entity) {
        List<ToOneAttribute> references = entity.toOnes().toList();
        if (references.isEmpty()) {
            return assignable(entity).isEmpty() ? insert(entity) : assign(entity);
        }
        ToOneAttribute reference = one(references);
        return new Change.Assign(row(entity), reference.name(), parent(reference), one(List.of(Way.values())));
    }

    private Change orphan(EntityModel entity) {
        List<ToOneAttribute> references = entity.toOnes().toList();
        return references.isEmpty()
                ? new Change.Flush()
                : new Change.Orphan(row(entity), one(references).name());
    }

    private @Nullable Key parent(ToOneAttribute reference) {
        List<Key> parents = rows.get(reference.target());
        return parents.isEmpty() || (reference.nullable() && random.nextInt(6) == 0) ? null : recent(parents);
    }

    private Key row(EntityModel entity) {
        return recent(rows.get(entity.name()));
    }

    /** Late ones more often: early ones may be gone. */
    private Key recent(List<Key> keys) {
        int back = random.nextInt(random.nextBoolean() ? keys.size() : Math.min(6, keys.size()));
        return keys.get(keys.size() - 1 - back);
    }

    private static List<BasicAttribute> assignable(EntityModel entity) {
        return entity.basics()
                .filter(attribute -> !attribute.derived()
                        && attribute != entity.id()
                        && attribute != entity.version()
                        && attribute != entity.deletedAt())
                .toList();
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
