package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.security.Impersonation;
import dev.quipu.security.Viewer;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Fault;
import dev.quipu.testing.LockWaits;
import dev.quipu.testing.Seed;
import dev.quipu.testing.SqlLog;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the users and moderators of the shop can write, and what they learn of what they cannot. */
@QuarkusTest
class GrantedWritesTest {

    @Inject
    Seed seed;

    @Inject
    DataSource database;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void ownRowsAreWrittenWithWhatIsNestedInThem() {
        var created = asUser("""
                mutation { createOrder(input: {order: {customerId: "%s", note: "soon", items: {create: [
                    {product: {connect: {name: "product 46"}}, quantity: 2}]}}}) {
                  order { amountTotal customer { balance orderCount } } affected { ... on User { username balance } } } }""".formatted(seed.id("ALFKI"))).succeeded();
        assertThat(created.at("/createOrder/order/amountTotal").textValue()).isEqualTo("24.00");
        assertThat(created.at("/createOrder/affected/0/username").textValue()).isEqualTo("ALFKI");

        asUser(
                        "mutation { updateOrder(input: {id: \"%s\", patch: {note: \"n\", items: {update: [{key: {id: \"%s\"}, patch: {quantity: 1}}]}}}) { order { note } } }"
                                .formatted(seed.id("B"), seed.id("B/58")))
                .succeeded();
        asUser("mutation { deleteOrderItem(input: {id: \"%s\"}) { deletedId } }".formatted(seed.id("C/1")))
                .succeeded();
    }

    @Test
    void aHiddenRowDoesNotExist() {
        for (String operation : new String[] {
            "updateOrder(input: {id: %s, patch: {note: \"x\"}}) { order { id } }",
            "deleteOrderItem(input: {id: %s}) { deletedId }",
            "createOrderItem(input: {orderItem: {orderId: %s, product: {connect: {name: \"product 46\"}}}}) { orderItem { id } }",
            "createOrderItem(input: {orderItem: {order: {connect: {id: %s}}, product: {connect: {name: \"product 46\"}}}}) { orderItem { id } }"
        }) {
            long hidden = operation.startsWith("deleteOrderItem") ? seed.id("F/69") : seed.id("F");
            Fault found =
                    asUser("mutation { " + operation.formatted(hidden) + " }").refusedOnce();
            Fault missing = asUser("mutation { " + operation.formatted(987_654_321) + " }")
                    .refusedOnce();
            assertThat(found.code()).isEqualTo("NOT_FOUND").isEqualTo(missing.code());
            assertThat(found.message().replaceAll("\\d+", "#"))
                    .isEqualTo(missing.message().replaceAll("\\d+", "#"));
            assertThat(found.inputPath()).isEqualTo(missing.inputPath());
        }
        seed.changes().andNothingElse();
    }

    @Test
    void aRowThatIsReadAndNotWrittenIsForbidden() {
        Fault profile = asUser("mutation { updateUser(input: {id: %d, patch: {email: \"x\"}}) { user { id } } }"
                        .formatted(seed.id("ANATR")))
                .refusedOnce();
        assertThat(profile.code()).isEqualTo("FORBIDDEN");
        assertThat(profile.message()).isEqualTo("Changing User %d is not allowed to you.".formatted(seed.id("ANATR")));
        assertThat(profile.inputPath()).isEqualTo("input.patch");

        Fault shipped = asUser("mutation { deleteOrderItem(input: {id: %d}) { deletedId } }".formatted(seed.id("A/28")))
                .refusedOnce();
        assertThat(shipped.code()).isEqualTo("FORBIDDEN");
        assertThat(shipped.inputPath()).isEqualTo("input.id");
        seed.changes().andNothingElse();
    }

    /** The order is shipped while the deletion waits for it. */
    @Test
    void aRowThatIsDeletedIsJudgedOnceNobodyElseChangesIt() throws Exception {
        try (Connection shipping = database.getConnection();
                Statement statement = shipping.createStatement()) {
            shipping.setAutoCommit(false);
            statement.execute("update orders set shipped_on = current_date where id = " + seed.id("C"));
            var deletion = CompletableFuture.supplyAsync(() ->
                    asUser("mutation { deleteOrderItem(input: {id: %d}) { deletedId } }".formatted(seed.id("C/1"))));
            LockWaits.await(statement);
            shipping.commit();

            assertThat(deletion.get(30, TimeUnit.SECONDS).refusedOnce().code()).isEqualTo("FORBIDDEN");
        }
    }

    /** Whoever may not write learns nothing about the values of others by trying. */
    @Test
    void valuesAreNotLookedUpForWhoMayNotWriteThem() {
        String hidden = "ANATR@example.org";
        Set<String> told = new HashSet<>();
        for (String email : Set.of(hidden, "nobody-has-this@example.org")) {
            told.add(asUser("mutation { createUser(input: {user: {username: \"new\", email: \"%s\"}}) { user { id } } }"
                            .formatted(email))
                    .refusedOnce()
                    .message());
        }
        assertThat(told).containsExactly("Creating User is not allowed to you.");
    }

    @Test
    void whatARoleMayNeverWriteIsNamed() {
        Map<String, String> refused = Map.of(
                "updateUser(input: {id: $, patch: {email: \"new\", creditLimit: \"9\"}}) { user { id } }",
                "Writing User.creditLimit/input.patch.creditLimit",
                "updateUser(input: {id: $, patch: {roleId: null}}) { user { id } }",
                "Writing User.role/input.patch.roleId",
                "createPost(input: {post: {authorId: $, body: \"b\", createdAt: \"2000-01-01T00:00:00Z\"}}) { post { id } }",
                "Writing Post.createdAt/input.post.createdAt",
                "createRole(input: {role: {name: \"king\"}}) { role { id } }",
                "Creating Role/input.role",
                "deleteOrders(input: {filter: {note: {eq: \"none\"}}}) { affectedCount }",
                "Deleting Order/input",
                "updateProducts(input: {filter: {name: {eq: \"none\"}}, patch: {unitsReceived: 1}}) { affectedCount }",
                "Changing Product/input.patch");
        refused.forEach((operation, told) -> {
            Fault fault = asUser("mutation { " + operation.replace("$", "\"" + seed.id("ALFKI") + "\"") + " }")
                    .refusedOnce();
            assertThat(fault.code()).isEqualTo("FORBIDDEN");
            assertThat(fault.message() + "/" + fault.inputPath())
                    .isEqualTo(told.replace("/", " is not allowed to you./"));
        });
        seed.changes().andNothingElse();
    }

    @Test
    void aNewRowIsJudgedAsItIsInTheEnd() {
        Fault foreign = asUser(
                        "mutation { createPost(input: {post: {authorId: %d, body: \"not mine\"}}) { post { id } } }"
                                .formatted(seed.id("ANATR")))
                .refusedOnce();
        assertThat(foreign.code()).isEqualTo("FORBIDDEN");
        assertThat(foreign.message()).isEqualTo("Creating this Post is not allowed to you.");

        // it would also be beyond the other's credit limit
        var nested = asUser(
                "mutation @explain { createOrder(input: {order: {customerId: %d, items: {create: [{product: {connect: {name: \"product 46\"}}, quantity: 9999}]}}}) { order { id } } }"
                        .formatted(seed.id("ANATR")));
        assertThat(nested.refused()).extracting(Fault::code).containsOnly("FORBIDDEN");
        assertThat(nested.toString()).contains("\"rules\" : [ ]");

        Fault shipped = asUser(
                        "mutation { createOrderItem(input: {orderItem: {orderId: %d, product: {connect: {name: \"product 46\"}}}}) { orderItem { id } } }"
                                .formatted(seed.id("A")))
                .refusedOnce();
        assertThat(shipped.code()).isEqualTo("FORBIDDEN");
        seed.changes().andNothingElse();
    }

    @Test
    void aFilterFindsWhatIsReadAndAllOfItMustBeWritable() {
        Fault one = asUser("mutation { updateOrders(input: {filter: {}, patch: {note: \"x\"}}) { affectedCount } }")
                .refusedOnce();
        assertThat(one.code()).isEqualTo("FORBIDDEN");
        seed.changes().andNothingElse();

        var open = asUser(
                        "mutation { updateOrders(input: {filter: {shippedOn: {isNull: true}}, patch: {note: \"x\"}}) { affectedCount } }")
                .succeeded();
        assertThat(open.at("/updateOrders/affectedCount").intValue()).isEqualTo(4);
        Fault many = asUser(
                        "mutation { updateOrders(input: {filter: {}, atMost: 1, patch: {note: \"x\"}}) { affectedCount } }")
                .refusedOnce();
        assertThat(many.values()).containsEntry("matching", 5);
    }

    @Test
    void moderatorsDeleteAndRestoreAnyPost() {
        String post = "\"" + seed.id("post 1") + "\"";
        String other = "mutation { deletePost(input: {id: %s}) { deletedId } }".formatted(post);
        assertThat(as("ANATR", "user", other).refusedOnce().code()).isEqualTo("FORBIDDEN");
        as("ANATR", "moderator", other).succeeded();

        String restore = "mutation { restorePost(input: {id: %s}) { post { body } } }".formatted(post);
        assertThat(asUser(restore).refusedOnce().code()).isEqualTo("FORBIDDEN");
        assertThat(as("ANATR", "moderator", restore)
                        .succeeded()
                        .at("/restorePost/post/body")
                        .textValue())
                .isEqualTo("hello");
    }

    @Test
    void aTakenValueIsToldToWhoeverMayReadIt() {
        String email = "mutation { updateUser(input: {id: %d, patch: {email: \"ANATR@example.org\"}}) { user { id } } }"
                .formatted(seed.id("ALFKI"));
        Fault hidden = asUser(email).refusedOnce();
        assertThat(hidden.code()).isEqualTo("CONSTRAINT_VIOLATION");
        assertThat(hidden.message()).isEqualTo("This conflicts with data that you may not see.");
        assertThat(hidden.inputPath()).isEmpty();
        assertThat(hidden.extensions()).doesNotContainKeys("fields", "entity", "id");

        Fault read = as("ALFKI", "moderator", email).refusedOnce();
        assertThat(read.code()).isEqualTo("UNIQUE_VIOLATION");
        assertThat(read.fields()).containsExactly("email");
        assertThat(asUser(email.replace("email: \"ANATR@example.org\"", "username: \"ANATR\""))
                        .refusedOnce()
                        .code())
                .isEqualTo("UNIQUE_VIOLATION");
    }

    @Test
    void ownNumbersStandInTheViolationOfARule() {
        Fault over = asUser(
                        "mutation { updateOrderItem(input: {id: %d, patch: {quantity: 1000}}) { orderItem { id } } }"
                                .formatted(seed.id("B/58")))
                .refusedOnce();
        assertThat(over.rule()).isEqualTo("User.withinCreditLimit");
        assertThat(over.values()).containsEntry("creditLimit", "2000.00");
    }

    @Test
    void stepsOfHiddenAttributesAreNotExplained() {
        String delete =
                "mutation @explain { deletePost(input: {id: %d}) { deletedId affected { ... on User { username } } } }";
        var own = as("ALFKI", "user", delete.formatted(seed.id("post 1")));
        assertThat(own.toString()).contains("User.postCount");
        var others = as("ANATR", "moderator", delete.formatted(seed.id("post 2")));
        others.succeeded();
        assertThat(others.toString()).doesNotContain("User.postCount").contains("\"username\" : \"ALFKI\"");
    }

    /** One statement for the rows before, and one after, however many there are. */
    @Test
    void rightsThatDependOnTheRowCostTwoStatements() {
        String update =
                "mutation { updateOrders(input: {filter: {shippedOn: {isNull: true}}, patch: {note: \"%s\"}}) { affectedCount } }";
        int admin = statements("admin", update.formatted("a"));
        assertThat(statements("user", update.formatted("u"))).isEqualTo(admin + 2);
    }

    private int statements(String role, String document) {
        try (SqlLog sql = SqlLog.open()) {
            as("ALFKI", role, document).succeeded();
            return sql.statements().size();
        }
    }

    /** ALFKI. */
    private Answer asUser(String document) {
        return as("ALFKI", "user", document);
    }

    private Answer as(String name, String role, String document) {
        try (Impersonation somebody = Impersonation.of(new Viewer(seed.id(name), name, Set.of(role)))) {
            return Answer.to(document);
        }
    }
}
