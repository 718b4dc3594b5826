package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.rule.engine.history.Histories;
import dev.quipu.testing.RuledDatabase;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random transactions on models of every shape, plain and enhanced; after each flush everything stored equals its recomputation.
 * More: {@code -Dquipu.histories=1000 -Dquipu.seed=1}, and of one model only: {@code -Dquipu.model=Tree}.
 */
class ModelHistoriesTest {

    private static final long SEED = Long.getLong("quipu.seed", 1);
    private static final int HISTORIES = Integer.getInteger("quipu.histories", 2);

    @TestFactory
    Stream<DynamicTest> storedEqualsRecomputed() {
        return Histories.modelNames()
                .filter(name -> name.matches(System.getProperty("quipu.model", ".*")))
                .flatMap(name -> Stream.of(false, true)
                        .map(enhanced -> DynamicTest.dynamicTest(
                                name + (enhanced ? " enhanced" : " plain"), () -> play(name, enhanced))));
    }

    private static void play(String name, boolean enhanced) {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities(name, enhanced))) {
            Histories histories =
                    new Histories(database.sessionFactory(), RulesIntegrator.model(database.sessionFactory()));
            for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
                assertThat(histories.failureOf(seed))
                        .as("%s, seed %s", name, seed)
                        .isNull();
            }
            System.out.printf(
                    "%s %s: %d histories from seed %d, 0 differences, %s%n",
                    name, enhanced ? "enhanced" : "plain", HISTORIES, SEED, histories.outcomes());
        }
    }
}
