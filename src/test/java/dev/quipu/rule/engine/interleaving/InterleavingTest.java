package dev.quipu.rule.engine.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.rule.engine.interleaving.Pair.Serial;
import dev.quipu.rule.engine.interleaving.Theatre.Played;
import dev.quipu.testing.QuietSql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two sessions on the same rows, in all orders of their steps. Of two flushes each, {@code verify} plays a sample that
 * {@code -Dquipu.seed} chooses; {@code -Dquipu.interleavings=all} plays all, and prints how often which pair ended how.
 */
@ExtendWith(QuietSql.class)
class InterleavingTest {

    private static final boolean ALL = "all".equals(System.getProperty("quipu.interleavings"));
    private static final int SAMPLE = 4;

    private static final Map<String, Integer> TOTAL = new TreeMap<>();
    private static final AllowList ALLOWED = new AllowList();
    private static Theatre theatre;

    @BeforeAll
    static void open() throws Exception {
        theatre = new Theatre();
    }

    @TestFactory
    Stream<DynamicTest> oneFlush() {
        return Pair.all(1).map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> play(pair, pair.orders())));
    }

    @TestFactory
    Stream<DynamicTest> twoFlushes() {
        Random random = new Random(Long.getLong("quipu.seed", 1));
        return Pair.all(2).map(pair -> {
            List<List<Integer>> orders = new ArrayList<>(pair.orders());
            Collections.shuffle(orders, random);
            List<List<Integer>> chosen = ALL ? orders : orders.subList(0, SAMPLE);
            return DynamicTest.dynamicTest(pair.toString(), () -> play(pair, chosen));
        });
    }

    private static void play(Pair pair, List<List<Integer>> orders) throws Exception {
        Serial serial = pair.serial(theatre);
        Map<String, Integer> endings = new TreeMap<>();
        for (List<Integer> order : orders) {
            Played played = theatre.play(pair.script(0), pair.script(1), order);
            List<String> problems = Pair.problems(theatre, serial, played);
            assertThat(problems)
                    .as(
                            "%s%nwas played as%n%s",
                            pair, String.join("\n", played.result().trace()))
                    .isEmpty();
            endings.merge(played.result().ending(), 1, Integer::sum);
        }
        endings.forEach((ending, count) -> TOTAL.merge(ending, count, Integer::sum));
        if (ALL) {
            System.out.println(pair + ": " + endings);
        }
        assertThat(endings.keySet()).as("%s", pair).isSubsetOf(ALLOWED.of(pair, endings.keySet()));
        if (pair.flushes() == 1) {
            assertThat(endings).as("%s: the order of the engine's locks", pair).doesNotContainKey("DEADLOCK");
        }
    }

    @AfterAll
    static void close() throws Exception {
        theatre.close();
        ALLOWED.save();
        System.out.println("interleavings "
                + TOTAL.values().stream().mapToInt(Integer::intValue).sum() + ", endings " + TOTAL);
    }
}
