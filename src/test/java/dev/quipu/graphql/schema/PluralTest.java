package dev.quipu.graphql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {

    @ParameterizedTest
    @CsvSource({
        "order, orders",
        "orderItem, orderItems",
        "category, categories",
        "day, days",
        "box, boxes",
        "address, addresses",
        "branch, branches",
        "dish, dishes",
        "wish, wishes"
    })
    void isRegular(String noun, String plural) {
        assertThat(Plural.of(noun)).isEqualTo(plural);
    }
}
