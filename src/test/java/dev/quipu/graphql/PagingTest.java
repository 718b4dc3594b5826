package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Database;
import dev.quipu.testing.Graphql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages through random rows, full of ties and nulls, under random filters and orderings, in both directions, and compares with the
 * same filter and ordering evaluated row by row in memory. The seed of a failure stands in the test's name;
 * {@code -Dpaging.runs=400 -Dpaging.seed=1000} tries others.
 */
@QuarkusTest
class PagingTest {

    private static final int RUNS = Integer.getInteger("paging.runs", 40);
    private static final int SEED = Integer.getInteger("paging.seed", 0);
    private static final int ORDERS = 60;
    private static final String QUERY = """
            query ($first: Int, $after: String, $last: Int, $before: String, $filter: OrderFilter, $orderBy: [OrderOrderBy!]) {
              orders(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
                edges { cursor node { id } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                totalCount
              }
            }
            """;

    @Inject
    DataSource dataSource;

    private List<OrderRow> rows = List.of();

    @BeforeEach
    void rows() throws Exception {
        Database database = new Database(dataSource);
        database.clear();
        rows = OrderRow.insertRandom(database, new Random(7 + SEED), ORDERS);
    }

    static LongStream seeds() {
        return LongStream.range(SEED, SEED + RUNS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithEvaluationInMemory(long seed) {
        Random random = new Random(seed);
        RandomFilter filter = RandomFilter.of(random, rows, 3);
        RandomOrdering ordering = RandomOrdering.of(random);
        List<String> expected = rows.stream()
                .filter(row -> Boolean.TRUE.equals(filter.matches(row)))
                .sorted(ordering.comparator())
                .map(OrderRow::idText)
                .toList();
        Map<String, Object> variables = new HashMap<>(Map.of("orderBy", ordering.input(), "filter", filter.input()));
        int size = 1 + random.nextInt(20);

        assertThat(walk(variables, size, false, expected.size())).isEqualTo(expected);
        assertThat(walk(variables, size, true, expected.size())).isEqualTo(expected);
        if (!expected.isEmpty()) {
            staysBetweenItsCursors(variables, expected, random);
        }
    }

    /** Goes from page to page until there is none, and gives the ids in the order of the ordering. */
    private static List<String> walk(Map<String, Object> variables, int size, boolean backward, int total) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        boolean more;
        do {
            JsonNode page = page(variables, size, backward, cursor);
            List<String> found = ids(page);
            ids.addAll(backward ? 0 : ids.size(), found);

            JsonNode info = page.path("pageInfo");
            more = info.path(backward ? "hasPreviousPage" : "hasNextPage").asBoolean();
            assertThat(more).as("more after %s of %s", ids.size(), total).isEqualTo(ids.size() < total);
            assertThat(info.path(backward ? "hasNextPage" : "hasPreviousPage").asBoolean())
                    .as("rows behind")
                    .isEqualTo(ids.size() > found.size());
            assertThat(page.path("totalCount").asInt()).isEqualTo(total);
            assertCursorsMatch(page);
            cursor = info.path(backward ? "startCursor" : "endCursor").asText();
        } while (more);
        return ids;
    }

    private static void assertCursorsMatch(JsonNode page) {
        JsonNode edges = page.path("edges");
        JsonNode first = edges.path(0).path("cursor");
        JsonNode last = edges.path(edges.size() - 1).path("cursor");
        assertThat(page.at("/pageInfo/startCursor").asText(null)).isEqualTo(first.asText(null));
        assertThat(page.at("/pageInfo/endCursor").asText(null)).isEqualTo(last.asText(null));
    }

    private static void staysBetweenItsCursors(Map<String, Object> variables, List<String> expected, Random random) {
        JsonNode edges = page(variables, expected.size(), false, null).path("edges");
        int after = random.nextInt(expected.size());
        int before = after + random.nextInt(expected.size() - after);
        Map<String, Object> between = new HashMap<>(variables);
        between.put("after", edges.path(after).path("cursor").asText());
        between.put("before", edges.path(before).path("cursor").asText());

        JsonNode page = Graphql.data(QUERY, between).path("orders");

        assertThat(ids(page)).isEqualTo(expected.subList(Math.min(after + 1, before), before));
        assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
    }

    private static JsonNode page(Map<String, Object> variables, int size, boolean backward, @Nullable String cursor) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put(backward ? "last" : "first", size);
        if (cursor != null) {
            all.put(backward ? "before" : "after", cursor);
        }
        return Graphql.data(QUERY, all).path("orders");
    }

    private static List<String> ids(JsonNode page) {
        return IntStream.range(0, page.path("edges").size())
                .mapToObj(n -> page.at("/edges/" + n + "/node/id").asText())
                .toList();
    }
}
