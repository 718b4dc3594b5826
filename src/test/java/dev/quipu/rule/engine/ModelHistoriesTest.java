package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.rule.engine.history.Histories;
import dev.quipu.testing.QuietSql;
import dev.quipu.testing.RuledDatabase;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random transactions on models of every shape; after each flush everything stored equals its recomputation. By itself it plays one
 * history a model, every other one with entities enhanced as Quarkus does; {@code -Dquipu.histories=1000 -Dquipu.seed=1} plays as
 * many both ways, {@code -Dquipu.model=Tree} of one model only, {@code -Dquipu.transactions=300} longer ones.
 */
@ExtendWith(QuietSql.class)
class ModelHistoriesTest {

    private static final long SEED = Long.getLong("quipu.seed", 1);
    private static final int HISTORIES = Integer.getInteger("quipu.histories", 0);

    @TestFactory
    Stream<DynamicTest> storedEqualsRecomputed() {
        List<String> names = Histories.modelNames()
                .filter(name -> name.matches(System.getProperty("quipu.model", ".*")))
                .toList();
        return IntStream.range(0, names.size())
                .boxed()
                .flatMap(i -> HISTORIES > 0
                        ? Stream.of(test(names.get(i), false, HISTORIES), test(names.get(i), true, HISTORIES))
                        : Stream.of(test(names.get(i), i % 2 == 1, 1)));
    }

    private static DynamicTest test(String name, boolean enhanced, int count) {
        return DynamicTest.dynamicTest(name + (enhanced ? ", enhanced" : ", plain"), () -> play(name, enhanced, count));
    }

    private static void play(String name, boolean enhanced, int count) {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities(name, enhanced))) {
            Histories histories =
                    new Histories(database.sessionFactory(), RulesIntegrator.model(database.sessionFactory()));
            for (long seed = SEED; seed < SEED + count; seed++) {
                assertThat(histories.failureOf(seed))
                        .as("%s, seed %s", name, seed)
                        .isNull();
            }
            System.out.printf(
                    "%s, %s: histories %d to %d, 0 differences, transactions %s%n",
                    name, enhanced ? "enhanced" : "plain", SEED, SEED + count - 1, histories.outcomes());
        }
    }
}
