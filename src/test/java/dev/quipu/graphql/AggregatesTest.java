package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Database;
import dev.quipu.testing.Graphql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What random rows come to under random filters, together and in random groups, compared with the same computed in memory.
 * {@code -Dpaging.runs=400 -Dpaging.seed=1000} tries others.
 */
@QuarkusTest
class AggregatesTest {

    private static final int RUNS = Integer.getInteger("paging.runs", 40);
    private static final int SEED = Integer.getInteger("paging.seed", 0);
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-12");
    private static final Map<String, List<String>> MEASURES = Map.of(
            "countDistinct", List.of("status", "customerId", "placedAt", "requiredOn", "amountTotal"),
            "sum", List.of("amountTotal", "itemCount"),
            "avg", List.of("amountTotal", "itemCount"),
            "min", List.of("amountTotal", "itemCount", "placedAt", "requiredOn"),
            "max", List.of("amountTotal", "itemCount", "placedAt", "requiredOn"));
    private static final String AGGREGATE = MEASURES.entrySet().stream()
            .map(entry -> entry.getKey() + " { " + String.join(" ", entry.getValue()) + " }")
            .collect(Collectors.joining(" ", "aggregate { count ", " }"));
    private static final String QUERY = """
            query ($filter: OrderFilter, $keys: [OrderGroupKey!]!, $having: OrderAggregateFilter,
                   $orderBy: [OrderGroupOrderBy!], $first: Int, $offset: Int, $timeZone: String) {
              orders(first: 1, filter: $filter) {
                %s
                groupBy(keys: $keys, having: $having, orderBy: $orderBy, first: $first, offset: $offset, timeZone: $timeZone) {
                  key { status customerId itemCount placedAt requiredOn }
                  %s
                }
              }
              users(orderBy: [{ id: ASC }]) { nodes { id orders(filter: $filter) { %s } } }
            }
            """.formatted(AGGREGATE, AGGREGATE, AGGREGATE);

    @Inject
    DataSource dataSource;

    private List<OrderRow> rows = List.of();

    @BeforeEach
    void rows() throws Exception {
        Database database = new Database(dataSource);
        database.clear();
        rows = OrderRow.insertRandom(database, new Random(11 + SEED), 60);
    }

    static LongStream seeds() {
        return LongStream.range(SEED, SEED + RUNS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreeWithEvaluationInMemory(long seed) {
        Random random = new Random(seed);
        RandomFilter filter = RandomFilter.of(random, rows, 2);
        RandomGrouping grouping = RandomGrouping.of(random);
        List<OrderRow> matching = rows.stream()
                .filter(row -> Boolean.TRUE.equals(filter.matches(row)))
                .toList();
        Map<String, Object> variables = new HashMap<>(grouping.variables());
        variables.put("filter", filter.input());

        JsonNode data = Graphql.data(QUERY, variables);

        assertMeasures(data.at("/orders/aggregate"), matching);
        assertGroups(data.at("/orders/groupBy"), grouping, matching);
        for (JsonNode user : data.at("/users/nodes")) {
            List<OrderRow> own = matching.stream()
                    .filter(row -> user.path("id").asText().equals(String.valueOf(row.value("customerId"))))
                    .toList();
            assertMeasures(user.at("/orders/aggregate"), own);
        }
    }

    private static void assertGroups(JsonNode actual, RandomGrouping grouping, List<OrderRow> matching) {
        List<RandomGrouping.Group> expected = grouping.groups(matching);
        assertThat(actual).hasSize(expected.size());
        for (int n = 0; n < expected.size(); n++) {
            RandomGrouping.Group group = expected.get(n);
            JsonNode key = actual.path(n).path("key");
            Map<String, @Nullable Object> values = new HashMap<>();
            for (int k = 0; k < grouping.keys().size(); k++) {
                values.put(
                        RandomGrouping.attribute(grouping.keys().get(k)),
                        group.key().get(k));
            }
            for (String attribute : List.of("status", "customerId", "itemCount", "placedAt", "requiredOn")) {
                assertSame("key." + attribute, key.path(attribute), values.get(attribute));
            }
            assertMeasures(actual.path(n).path("aggregate"), group.rows());
        }
    }

    private static void assertMeasures(JsonNode actual, List<OrderRow> rows) {
        assertThat(actual.path("count").asInt()).isEqualTo(rows.size());
        MEASURES.forEach((aggregation, attributes) -> attributes.forEach(attribute -> {
            List<Comparable<Object>> values = rows.stream()
                    .map(row -> row.value(attribute))
                    .filter(Objects::nonNull)
                    .toList();
            assertSame(
                    aggregation + "." + attribute,
                    actual.path(aggregation).path(attribute),
                    Naive.measured(aggregation, values));
        }));
    }

    private static void assertSame(String what, JsonNode actual, @Nullable Object expected) {
        if (expected instanceof BigDecimal number && !actual.isNull()) {
            assertThat(new BigDecimal(actual.asText()).subtract(number).abs())
                    .as("%s is %s, should be %s", what, actual, expected)
                    .isLessThan(TOLERANCE);
        } else {
            assertThat(actual.isNull() ? null : actual.asText())
                    .as(what)
                    .isEqualTo(expected == null ? null : expected.toString());
        }
    }
}
