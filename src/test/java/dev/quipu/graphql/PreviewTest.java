package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A preview answers as the operation would, and leaves nothing behind. */
@QuarkusTest
class PreviewTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void showsWhatTheOperationThenDoes() {
        String fields =
                """
                {
                  place: createOrder(input: {order: {customerId: "%d", items: {create: [{productId: "%d", quantity: 2}]}}}) {
                    order { amountTotal status items { nodes { unitPrice amount } } customer { balance openOrderCount } }
                    affected { ... on User { username balance } }
                  }
                  ship: updateOrder(input: {id: "%d", patch: {shippedOn: "2026-01-31"}}) { order { status version } }
                  deletePost(input: {id: "%d"}) { deletedId post { body } affected { ... on User { postCount } } }
                  deleteOrderItem(input: {id: "%d"}) { deletedId }
                }""".formatted(seed.id("ALFKI"), seed.id("product 1"), seed.id("B"), seed.id("post 1"), seed.id("C/1"));

        JsonNode preview = Answer.to("mutation Preview @preview " + fields).succeeded();

        seed.changes().andNothingElse();
        assertThat(preview.at("/place/order/amountTotal").asText()).isEqualTo("36.00");
        assertThat(preview.at("/ship/order/version").asInt()).isEqualTo(1);
        assertThat(Answer.to("mutation " + fields).succeeded()).isEqualTo(preview);
    }

    @Test
    void refusesWhatTheOperationWouldBeRefusedFor() {
        String order = """
                 { createOrder(input: {order: {customerId: "%d", items: {create: [{productId: "%d", quantity: 1000}]}}}) { order { id } } }""".formatted(seed.id("ANATR"), seed.id("product 1"));

        var preview = Answer.to("mutation @preview" + order).refusedOnce();
        var earnest = Answer.to("mutation" + order).refusedOnce();

        assertThat(preview.code()).isEqualTo("CONSTRAINT_VIOLATION");
        assertThat(preview.message()).isEqualTo(earnest.message());
        assertThat(preview.inputPath()).isEqualTo(earnest.inputPath());
        seed.changes().andNothingElse();
    }

    @Test
    void isForMutationsOnly() {
        JsonNode error =
                Graphql.execute("query @preview { orders { totalCount } }").at("/errors/0");

        assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.at("/message").asText()).contains("preview");
    }

    @Test
    void ofNothingIsNothing() {
        assertThat(Answer.to("mutation @preview { __typename }").succeeded())
                .isEqualTo(Graphql.parse("{\"__typename\": \"Mutation\"}"));
    }
}
