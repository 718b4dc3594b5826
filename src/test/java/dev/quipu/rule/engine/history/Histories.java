package dev.quipu.rule.engine.history;

import dev.quipu.model.Model;
import dev.quipu.rule.engine.history.model.Chain;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** Plays random histories on one model. */
public final class Histories {

    private static final int TRANSACTIONS = Integer.getInteger("quipu.transactions", 30);
    private static final String MODELS = Chain.class.getPackageName();
    private static final List<String> NAMES = List.of(
            "Chain",
            "Diamond",
            "Filters",
            "Extremes",
            "Tree",
            "Descent",
            "TwoRelations",
            "LivePath",
            "Copies",
            "SoftChild",
            "SoftFamily",
            "SoftParent",
            "SoftTree",
            "SoftLimits",
            "Rounding",
            "Limits",
            "OneWay",
            "Cascades",
            "Identifiers",
            "Generated",
            "Crossing",
            "Averages");

    private final SessionFactory sessionFactory;
    private final Model model;
    private final Map<String, Integer> outcomes = new TreeMap<>();

    public Histories(SessionFactory sessionFactory, Model model) {
        this.sessionFactory = sessionFactory;
        this.model = model;
    }

    public static Stream<String> modelNames() {
        return NAMES.stream();
    }

    /** A model's entities: the classes nested in the class of that name. */
    public static Class<?>[] entities(String modelName, boolean enhanced) {
        ClassLoader loader = enhanced ? new EnhancingLoader(MODELS) : Histories.class.getClassLoader();
        try {
            return Stream.of(loader.loadClass(MODELS + "." + modelName).getDeclaredClasses())
                    .filter(type -> type.isAnnotationPresent(Entity.class))
                    .toArray(Class<?>[]::new);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often transactions ended how. */
    public Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** What goes wrong in the history of a seed, with a short history in which it does; null if nothing does. */
    public @Nullable String failureOf(long seed) {
        List<Transaction> history = RandomHistory.of(model, seed, TRANSACTIONS);
        Play play = new Play(sessionFactory, model);
        String failure = play.of(history);
        play.outcomes().forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum));
        if (failure == null) {
            return null;
        }
        List<Transaction> shortest =
                new Shrinking(shorter -> new Play(sessionFactory, model).of(shorter) != null).shrink(history);
        return new Play(sessionFactory, model).of(shortest)
                + shortest.stream().map(Transaction::toString).collect(Collectors.joining("\n", "\nin\n", "\n"));
    }
}
