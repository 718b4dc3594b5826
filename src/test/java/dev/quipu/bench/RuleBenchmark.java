package dev.quipu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the rules cost, and what the alternatives cost: {@code ./mvnw -Pbench test}. Orders of three items are placed by eight clients
 * at once, for a thousand customers and for a single one, with
 *
 * <ul>
 *   <li><b>Quipu</b>: the domain's order model and its rules, under plain Hibernate, without GraphQL;
 *   <li><b>plain</b>: the same entities without rules; items get their price, and nothing else is derived;
 *   <li><b>by hand</b>: the same entities, everything derived by careful Hibernate code;
 *   <li><b>triggers</b>: everything derived by PL/pgSQL row triggers, with pgbench as the client. Without a pgbench on the path that
 *       row is left out.
 * </ul>
 *
 * Then each saves 10,000 items under 100 orders in one transaction. The variants take turns, so that a busy machine hits all of them;
 * a ratio is the median of the rounds' ratios. Afterwards every derived value is compared with SQL that computes it anew. No time
 * makes it fail. The report also goes to {@code target/bench/rules.md}.
 *
 * <p>Properties: {@code -Dbench.url=jdbc:postgresql://…}, {@code bench.user}, {@code bench.password} (a server of your own; its schemas
 * {@code bench_…} are replaced), {@code bench.clients}, {@code bench.rounds}, {@code bench.seconds} of each round,
 * {@code bench.warmup} seconds before the first. With the defaults it takes some seven minutes.
 *
 * <p>Not JMH: what is measured are transactions of milliseconds against a server, with clients that wait for one another and with
 * pgbench among them; forks and nanoseconds would not help.
 */
class RuleBenchmark {

    private static final int CLIENTS = Integer.getInteger("bench.clients", 8);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 5));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 20));
    private static final int WARM_UP_BULKS = 3;

    private final BenchServer server = BenchServer.configured();
    private final List<Variant> variants = List.of(
            new HibernateVariant(server, "Quipu", "RuledShop", true, true),
            new HibernateVariant(server, "plain", "PlainShop", false, false),
            new HibernateVariant(server, "by hand", "HandShop", false, true),
            new TriggerVariant(server));
    private final Map<Variant, Long> orders = new LinkedHashMap<>();
    private final Map<Variant, Long> items = new LinkedHashMap<>();

    @Test
    void compare() throws IOException {
        Report report = new Report(server.settings(), CLIENTS, ROUNDS, ROUND);
        try {
            report.placing("A thousand customers", placing(Purchase.CUSTOMERS));
            report.placing("One customer", placing(1));
            report.bulk("10,000 items under 100 orders, one transaction", bulk());
            variants.forEach(this::check);
            report.exact(orders);
        } finally {
            variants.forEach(Variant::close);
            variants.forEach(variant -> server.drop(variant.schema()));
        }
        System.out.println(report);
        Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(Path.of("target", "bench", "rules.md"), report.toString());
    }

    private Map<String, List<Sample>> placing(int customers) {
        List<Variant> driven = variants.stream()
                .filter(variant -> !(variant instanceof TriggerVariant) || TriggerVariant.canPlace())
                .toList();
        return takeTurns(driven, 1, (variant, warm) -> {
            Timings timings = variant.place(customers, CLIENTS, warm ? ROUND : WARM_UP);
            count(variant, timings.transactions(), 3);
            return timings;
        });
    }

    private Map<String, List<Sample>> bulk() {
        Random random = new Random(1);
        List<Purchase> purchases = Stream.generate(() -> Purchase.random(random, Purchase.CUSTOMERS, 100))
                .limit(100)
                .toList();
        return takeTurns(variants, WARM_UP_BULKS, (variant, warm) -> {
            long start = System.nanoTime();
            variant.placeAll(purchases);
            long nanos = System.nanoTime() - start;
            count(variant, 100, 100);
            return new Timings(new long[] {nanos}, 1e9 / nanos, 0);
        });
    }

    private interface Work {
        Timings of(Variant variant, boolean warm);
    }

    private Map<String, List<Sample>> takeTurns(List<Variant> driven, int warmUp, Work work) {
        CpuTime cpu = server.cpu();
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        for (int round = -warmUp; round < ROUNDS; round++) {
            for (Variant variant : driven) {
                double client = cpu.client();
                double database = cpu.server();
                Timings timings = work.of(variant, round >= 0);
                cpu.settle();
                Sample sample = new Sample(timings, cpu.client() - client, cpu.server() - database);
                if (round >= 0) {
                    samples.computeIfAbsent(variant.name(), name -> new ArrayList<>())
                            .add(sample);
                }
            }
        }
        return samples;
    }

    private void count(Variant variant, long newOrders, int itemsOfEach) {
        orders.merge(variant, newOrders, Long::sum);
        items.merge(variant, newOrders * itemsOfEach, Long::sum);
    }

    private void check(Variant variant) {
        assertThat(server.number(variant.schema(), "select count(*) from orders"))
                .as("orders of " + variant.name())
                .isEqualTo(orders.get(variant));
        assertThat(server.number(variant.schema(), "select count(*) from order_items"))
                .as("items of " + variant.name())
                .isEqualTo(items.get(variant));
        if (variant.derives()) {
            assertThat(server.number(variant.schema(), BenchServer.read("wrong.sql")))
                    .as("wrong rows of " + variant.name())
                    .isZero();
        }
    }
}
