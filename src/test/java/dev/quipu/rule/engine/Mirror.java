package dev.quipu.rule.engine;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.rule.RowChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** A copy of all tables that is kept by messages alone, and complains of each that does not fit what came before it. */
final class Mirror implements RowListener {

    private record Key(String entity, Object id) {}

    private final Map<Key, Map<String, Object>> committed = new HashMap<>();
    private final Map<Key, Map<String, Object>> pending = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int messages;

    @Override
    public boolean listensDuring(EntityModel entity) {
        return true;
    }

    @Override
    public boolean listensAfter(EntityModel entity) {
        return true;
    }

    @Override
    public void changed(RowChanged<?> change) {
        expect("during", pending.getOrDefault(key(change), of(change)), change.before(), change);
        pending.put(key(change), change.after());
    }

    @Override
    public void ended(boolean successful, Collection<RowChanged<?>> changes) {
        for (RowChanged<?> change : changes) {
            messages++;
            expect("before the transaction", of(change), change.before(), change);
            expect("after it", pending.getOrDefault(key(change), Map.of()), change.after(), change);
            if (successful && change.after().isEmpty()) {
                committed.remove(key(change));
            } else if (successful) {
                committed.put(key(change), change.after());
            }
        }
        pending.clear();
    }

    private Map<String, Object> of(RowChanged<?> change) {
        return committed.getOrDefault(key(change), Map.of());
    }

    private static Key key(RowChanged<?> change) {
        return new Key(change.model().name(), change.id());
    }

    private void expect(String when, Map<String, Object> expected, Map<String, Object> found, Object change) {
        if (!same(expected, found)) {
            problems.add(change + ", " + when + ": should be " + expected + ", is " + found);
        }
    }

    private static boolean same(Map<String, Object> left, Map<String, Object> right) {
        return left.keySet().equals(right.keySet())
                && left.keySet().stream().allMatch(name -> Values.same(left.get(name), right.get(name)));
    }

    void clear() {
        committed.clear();
        pending.clear();
    }

    int messages() {
        return messages;
    }

    /** What was wrong with the messages, and how the tables differ from what they told. */
    List<String> problems(Model model, Session session) {
        List<String> found = new ArrayList<>(problems);
        Map<Key, Map<String, Object>> untold = new HashMap<>(committed);
        for (EntityModel entity : model.entities()) {
            for (Map<String, Object> row : rows(entity, session)) {
                Key key = new Key(entity.name(), row.get(entity.id().name()));
                Map<String, Object> told = untold.remove(key);
                if (told == null || !same(told, row)) {
                    found.add(key + " is " + row + ", was told as " + told);
                }
            }
        }
        untold.forEach((key, row) -> found.add(key + " is gone, was told as " + row));
        return found;
    }

    private static List<Map<String, Object>> rows(EntityModel entity, Session session) {
        List<AttributeModel> attributes = entity.attributes().values().stream()
                .filter(attribute -> !(attribute instanceof ToManyAttribute))
                .toList();
        String hql = attributes.stream()
                .map(attribute -> "e." + attribute.name() + (attribute instanceof ToOneAttribute ? ".id" : ""))
                .collect(Collectors.joining(", ", "select ", " from " + entity.entityName() + " e"));
        return session.createSelectionQuery(hql, Object[].class).getResultList().stream()
                .map(values -> {
                    Map<String, Object> row = new HashMap<>();
                    for (int i = 0; i < values.length; i++) {
                        row.put(attributes.get(i).name(), values[i]);
                    }
                    return row;
                })
                .toList();
    }
}
