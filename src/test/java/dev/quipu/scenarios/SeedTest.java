package dev.quipu.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.testing.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules make of the seed. */
@QuarkusTest
class SeedTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @ParameterizedTest
    @CsvSource({"ALFKI, 1016.00, 5, 4, 2", "ANATR, 0.00, 1, 0, 0"})
    void users(String name, String balance, String orders, String openOrders, String posts) {
        assertThat(seed.row(name))
                .containsEntry("balance", balance)
                .containsEntry("order_count", orders)
                .containsEntry("open_order_count", openOrders)
                .containsEntry("post_count", posts);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 39",
        "2, 0, 17",
        "28, 15, 26",
        "39, 21, 69",
        "46, 2, 95",
        "48, 0, 15",
        "58, 0, 62",
        "69, 1, 26",
        "70, 5, 15",
        "71, 0, 26",
        "99, 0, 200000"
    })
    void products(String number, String shipped, String inStock) {
        assertThat(seed.row("product " + number))
                .containsEntry("units_shipped", shipped)
                .containsEntry("units_in_stock", inStock);
    }

    @ParameterizedTest
    @CsvSource({"A, 1086.00, 3", "B, 960.00, 2", "C, 56.00, 2", "D, 0.00, 0", "E, 0.00, 0", "F, 88.80, 2"})
    void orders(String name, String total, String items) {
        assertThat(seed.row(name)).containsEntry("amount_total", total).containsEntry("item_count", items);
    }

    @Test
    void roles() {
        assertThat(Stream.of("buyer", "clerk").map(role -> seed.row(role).get("user_count")))
                .containsExactly("1", "0");
    }
}
