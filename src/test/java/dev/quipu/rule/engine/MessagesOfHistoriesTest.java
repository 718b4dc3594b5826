package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.model.Model;
import dev.quipu.rule.engine.history.Histories;
import dev.quipu.testing.RuledDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random transactions on models of every shape: the messages of changed rows, and nothing else, are enough to know what all tables
 * hold. By itself it plays one history of some models; {@code -Dquipu.histories=100 -Dquipu.seed=1} plays as many of each.
 */
class MessagesOfHistoriesTest {

    private static final long SEED = Long.getLong("quipu.seed", 1);
    private static final int HISTORIES = Integer.getInteger("quipu.histories", 0);
    private static final List<String> SOME =
            List.of("Chain", "Extremes", "LivePath", "Cascades", "SoftFamily", "Limits");

    @TestFactory
    Stream<DynamicTest> messagesTellWhatTheTablesHold() {
        return Histories.modelNames()
                .filter(name -> HISTORIES > 0 || SOME.contains(name))
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    for (boolean enhanced : HISTORIES > 0 ? List.of(true, false) : List.of(name.length() % 2 == 0)) {
                        play(name, enhanced, Math.max(1, HISTORIES));
                    }
                }));
    }

    private static void play(String name, boolean enhanced, int count) {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities(name, enhanced))) {
            Model model = RulesIntegrator.model(database.sessionFactory());
            Histories histories = new Histories(database.sessionFactory(), model);
            Mirror mirror = new Mirror();
            RulesIntegrator.listen(database.sessionFactory(), mirror);
            for (long seed = SEED; seed < SEED + count; seed++) {
                mirror.clear();
                assertThat(histories.failureOf(seed))
                        .as("%s, seed %s", name, seed)
                        .isNull();
                assertThat(database.<List<String>>read(session -> mirror.problems(model, session)))
                        .as("messages of %s, seed %s", name, seed)
                        .isEmpty();
            }
            assertThat(mirror.messages()).isPositive();
        }
    }
}
