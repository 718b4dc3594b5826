package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Database;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.SqlLog;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadingTest {

    private static final String TWENTY_ORDERS = """
            insert into orders (id, customer_id, placed_at, amount_total, item_count, status, version)
                select 100 + n, 1 + n % 4, '2026-04-01T00:00:00Z', 0, 2, 'OPEN', 0 from generate_series(1, 20) n;
            insert into order_items (id, order_id, product_id, quantity, unit_price, amount, version)
                select 100 + n, 100 + (n + 1) / 2, 1 + n % 3, 1, 1, 1, 0 from generate_series(1, 40) n;
            """;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void rows() throws Exception {
        Database database = new Database(dataSource);
        database.reset("golden/data.sql");
        database.execute(TWENTY_ORDERS);
    }

    @Test
    void readsTwentyOrdersWithCustomerItemsAndProductsInOneStatement() {
        try (SqlLog sql = SqlLog.open()) {
            JsonNode orders = Graphql.data("""
                    { orders(first: 20, filter: {id: {notIn: [1, 2, 3, 4]}}) {
                        totalCount
                        pageInfo { hasNextPage endCursor }
                        nodes { id customer { username } items { nodes { quantity product { name } } } } } }
                    """).path("orders");

            assertThat(orders.path("nodes")).hasSize(20).allSatisfy(order -> {
                assertThat(order.at("/customer/username").asText()).isNotEmpty();
                assertThat(order.at("/items/nodes")).hasSize(2);
                assertThat(order.at("/items/nodes/0/product/name").asText()).isNotEmpty();
            });
            assertThat(sql.statements()).hasSize(1);
        }
    }

    private static final List<String> NAMES = List.of("username", "email", "id", "nodeId");

    /** A PostgreSQL function takes 100 arguments, which is 50 keys and values. */
    @Test
    void readsMoreFieldsThanAFunctionHasArguments() {
        String fields = IntStream.range(0, 120)
                .mapToObj(n -> "f" + n + ": " + NAMES.get(n % NAMES.size()))
                .collect(Collectors.joining(" "));

        JsonNode user = Graphql.data("{ user(id: 1) { " + fields + " } }").path("user");

        assertThat(user).hasSize(120);
        assertThat(user.path("f116").asText()).isEqualTo("ann");
        assertThat(user.fieldNames()).toIterable().startsWith("f0", "f1", "f2").endsWith("f119");
    }

    @Test
    void answersAnEmptyPageWhenNoRowsAreWanted() {
        JsonNode orders = Graphql.data(
                        "{ orders(first: 0) { totalCount nodes { id } pageInfo { hasNextPage startCursor endCursor } } }")
                .path("orders");

        assertThat(orders.path("nodes")).isEmpty();
        assertThat(orders.path("totalCount").asInt()).isEqualTo(24);
        assertThat(orders.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(orders.at("/pageInfo/startCursor").isNull()).isTrue();
        assertThat(orders.at("/pageInfo/endCursor").isNull()).isTrue();
    }

    @Test
    void passesOverAnyNumberOfRows() {
        JsonNode orders = Graphql.data(
                        "{ orders(offset: 2147483647) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } }")
                .path("orders");

        assertThat(orders.path("nodes")).isEmpty();
        assertThat(orders.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(orders.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
    }

    @Test
    void readsFiftyRowsUnlessToldOtherwise() throws Exception {
        new Database(dataSource)
                .execute(
                        "insert into products (id, name, unit_price, units_received, units_shipped, units_in_stock, version)"
                                + " select 100 + n, 'p' || n, 1, 0, 0, 0, 0 from generate_series(1, 60) n");

        assertThat(Graphql.data("{ products { nodes { id } } }").at("/products/nodes"))
                .hasSize(50);
    }

    @Test
    void startsAtTheFirstPageWhenACursorIsNull() {
        assertThat(Graphql.data("{ products(after: null, before: null, filter: null, orderBy: null) { nodes { id } } }")
                        .at("/products/nodes"))
                .hasSize(3);
    }
}
