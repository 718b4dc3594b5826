package dev.quipu.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ModelTest {

    @Inject
    Model model;

    @Test
    void readsAttributesInTheOrderOfTheSource() {
        assertThat(model.entity("Order").attributes().keySet())
                .containsExactly(
                        "id",
                        "version",
                        "customer",
                        "placedAt",
                        "requiredOn",
                        "shippedOn",
                        "note",
                        "items",
                        "amountTotal",
                        "itemCount",
                        "status");
    }

    @Test
    void knowsUniqueKeys() {
        assertThat(model.entity("User").uniqueKeys())
                .containsExactlyInAnyOrder(new UniqueKey(List.of("username")), new UniqueKey(List.of("email")));
    }
}
