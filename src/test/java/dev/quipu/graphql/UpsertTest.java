package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Fault;
import dev.quipu.testing.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows that are changed if they are there, and made if they are not. */
@QuarkusTest
class UpsertTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void makesTheRowThenChangesIt() {
        String upsert = """
                mutation {
                  upsertUser(input: {
                    key: {username: "WOLZA"}
                    create: {username: "WOLZA", email: "w@example.org", creditLimit: "5.00"}
                    patch: {creditLimit: "7.00"}
                  }) { created user { creditLimit version } }
                }""";

        assertThat(Answer.to(upsert).succeeded())
                .hasToString("{\"upsertUser\":{\"created\":true,\"user\":{\"creditLimit\":\"5.00\",\"version\":0}}}");
        assertThat(Answer.to(upsert).succeeded())
                .hasToString("{\"upsertUser\":{\"created\":false,\"user\":{\"creditLimit\":\"7.00\",\"version\":1}}}");
        seed.changes()
                .inserted("users", "username WOLZA", "credit_limit 7.00", "version 1")
                .andNothingElse();
    }

    @Test
    void leavesARowWithoutAPatchAsItIs() {
        JsonNode payload =
                Answer.to("""
                        mutation {
                          upsertProduct(input: {key: {id: "%d"}, create: {name: "x", unitPrice: "1"}}) { created product { name } }
                        }""".formatted(seed.id("product 1"))).succeeded().at("/upsertProduct");

        assertThat(payload).hasToString("{\"created\":false,\"product\":{\"name\":\"product 1\"}}");
        seed.changes().andNothingElse();
    }

    @Test
    void makesARowForAnIdThatIsNotThere() {
        Answer.to("""
                        mutation {
                          upsertOrder(input: {key: {id: "-1"}, create: {customerId: "%d", items: {create: [{productId: "%d"}]}}}) { created }
                        }""".formatted(seed.id("ANATR"), seed.id("product 1"))).succeeded();

        seed.changes()
                .inserted("orders", "amount_total 18.00")
                .inserted("order_items", "amount 18.00")
                .updated("ANATR", "balance 18.00", "order_count 2", "open_order_count 1")
                .andNothingElse();
    }

    @Test
    void changesTheRowsNestedInIt() {
        Answer.to("""
                        mutation {
                          upsertOrder(input: {
                            key: {id: "%1$d"}
                            create: {customerId: "%2$d"}
                            patch: {items: {
                              create: [{productId: "%3$d"}]
                              update: [{key: {id: "%4$d"}, patch: {quantity: 1}}]
                              delete: [{key: {id: "%5$d"}, expectedVersion: 0}]
                            }}
                            expectedVersion: 0
                          }) { created }
                        }""".formatted(seed.id("B"), seed.id("ANATR"), seed.id("product 1"), seed.id("B/58"), seed.id("B/71")))
                .succeeded();

        seed.changes()
                .inserted("order_items", "order_id " + seed.id("B"), "amount 18.00")
                .updated("B/58", "quantity 1", "amount 13.25", "version 1")
                .deleted("B/71")
                .updated("B", "amount_total 31.25")
                .updated("ALFKI", "balance 87.25")
                .andNothingElse();
    }

    @Test
    void refusesWhatContradictsTheKey() {
        Fault top = Answer.to("""
                        mutation {
                          upsertUser(input: {key: {username: "a"}, create: {username: "b", email: "b@example.org"}}) { created }
                        }""").refusedOnce();
        Fault nested = Answer.to("""
                        mutation {
                          createOrder(input: {order: {customer: {connectOrCreate: {key: {email: "a"}, create: {username: "b", email: "b"}}}}}) { order { id } }
                        }""").refusedOnce();

        assertThat(List.of(top, nested)).extracting(Fault::code).containsOnly("BAD_USER_INPUT");
        assertThat(top.inputPath()).isEqualTo("input.create.username");
        assertThat(top.message())
                .isEqualTo(
                        "username is \"b\", but the key says \"a\". Give the same, so that the next upsert finds the row");
        assertThat(nested.inputPath()).isEqualTo("input.order.customer.connectOrCreate.create.email");
        seed.changes().andNothingElse();
    }

    @Test
    void checksTheVersionThatTheClientHasSeen() {
        String upsert =
                "mutation { upsertUser(input: {key: {username: \"%s\"}, create: {username: \"%1$s\", email: \"e\"}, patch: {active: false}, expectedVersion: 4}) { created } }";
        Fault changed = Answer.to(upsert.formatted("ALFKI")).refusedOnce();
        Fault gone = Answer.to(upsert.formatted("WOLZA")).refusedOnce();

        assertThat(changed.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(changed.inputPath()).isEqualTo("input.expectedVersion");
        assertThat(gone.code()).isEqualTo("NOT_FOUND");
        assertThat(gone.inputPath()).isEqualTo("input.key.username");
        seed.changes().andNothingElse();
    }

    @Test
    @Timeout(120)
    void whoLosesARaceChangesTheRow() {
        for (int round = 0; round < 10; round++) {
            String upsert = """
                    mutation {
                      upsertUser(input: {
                        key: {username: "racer %1$d"}
                        create: {username: "racer %1$d", email: "racer %1$d"}
                        patch: {creditLimit: "7.00"}
                      }) { created }
                    }""".formatted(round);
            List<Boolean> created = race(upsert, 4).stream()
                    .map(data -> data.at("/upsertUser/created").asBoolean())
                    .toList();

            assertThat(created).containsOnlyOnce(true);
        }
    }

    @Test
    @Timeout(120)
    void whoLosesARaceConnects() {
        for (int round = 0; round < 10; round++) {
            race("""
                    mutation {
                      createPost(input: {post: {body: "hi", author: {connectOrCreate: {
                        key: {email: "author %1$d"}, create: {username: "author %1$d", email: "author %1$d"}}}}}) { post { id } }
                    }""".formatted(round), 4);

            assertThat(Answer.to("{ userByEmail(email: \"author %d\") { postCount } }".formatted(round))
                            .succeeded()
                            .at("/userByEmail/postCount")
                            .asInt())
                    .isEqualTo(4);
        }
    }

    /** Every one succeeds. */
    private static List<JsonNode> race(String document, int clients) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        IntStream.range(0, clients)
                .forEach(client -> answers.add(CompletableFuture.supplyAsync(() -> Answer.to(document))));
        return answers.stream().map(answer -> answer.join().succeeded()).toList();
    }
}
