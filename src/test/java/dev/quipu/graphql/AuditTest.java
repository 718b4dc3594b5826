package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quipu.domain.AuditEntry;
import dev.quipu.domain.Product;
import dev.quipu.domain.User;
import dev.quipu.security.Acting;
import dev.quipu.security.Viewer;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Seed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stamps and the trail in the shop. */
@QuarkusTest
class AuditTest {

    private static final Viewer ANN = new Viewer(7L, "ann", Set.of("admin"));

    @Inject
    Seed seed;

    @Inject
    Session session;

    private long seen;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
        seen = QuarkusTransaction.requiringNew()
                .call(() -> session.createQuery("select coalesce(max(id), 0) from AuditEntry", Long.class)
                        .getSingleResult());
    }

    @Test
    void whoeverMayReadsTheEntriesAsAnythingElse() {
        Answer.to("""
                mutation { updateProduct(input: {id: "%d", patch: {unitPrice: "19.50"}}) { product { updatedAt updatedBy } } }""".formatted(seed.id("product 1"))).succeeded();

        JsonNode entries = Graphql.data("""
                { auditEntries(filter: {entity: {eq: "Product"}, rowId: {eq: "%d"}, action: {eq: UPDATE}}, orderBy: [{changedAt: DESC}], first: 5) {
                    totalCount nodes { rowId action username changes } } }""".formatted(seed.id("product 1"))).at("/auditEntries");

        assertThat(entries.at("/totalCount").asInt()).isEqualTo(1);
        assertThat(entries.at("/nodes/0").toString())
                .isEqualTo("{\"rowId\":\"" + seed.id("product 1") + "\",\"action\":\"UPDATE\",\"username\":null,"
                        + "\"changes\":{\"unitPrice\":{\"after\":\"19.50\",\"before\":\"18.00\"}}}");
    }

    @Test
    void nobodyWritesThem() {
        JsonNode mutations = Graphql.data("{ __schema { mutationType { fields { name } } types { name } } }");

        assertThat(mutations.at("/__schema").findValuesAsText("name"))
                .contains("AuditEntryFilter")
                .noneMatch(name -> name.matches("(create|update|upsert|delete|restore)AuditEntr.*"))
                .noneMatch(name -> name.matches("AuditEntry.*(Create|Patch|Upsert|Delete|Update).*"));
        assertThat(Graphql.error(
                                "mutation { updateProduct(input: {id: 1, patch: {updatedBy: \"bob\"}}) { product { id } } }")
                        .at("/message")
                        .asText())
                .contains("updatedBy");
    }

    @Test
    void whatRulesDeriveAndPreviewsLeaveNoEntry() {
        String order = """
                 { createOrder(input: {order: {customerId: "%d", items: {create: [{productId: "%d", quantity: 2}]}}}) { order { id } } }""".formatted(seed.id("ALFKI"), seed.id("product 1"));
        Answer.to("mutation" + order).succeeded();
        Answer.to("""
                mutation @preview { updateUser(input: {id: "%d", patch: {creditLimit: "9000.00"}}) { user { id } } }""".formatted(seed.id("ALFKI"))).succeeded();
        Answer.to("""
                mutation { updateOrder(input: {id: "%d", patch: {shippedOn: "2026-01-31"}}) { order { id } } }""".formatted(seed.id("B"))).succeeded();

        assertThat(entries()).isEmpty();
    }

    @Test
    void codeIsStampedAndEnteredInTheNameOfWhoActs() {
        try (Acting acting = Acting.as(ANN)) {
            QuarkusTransaction.requiringNew().run(() -> {
                session.find(Product.class, seed.id("product 1")).description = "Spins.";
                User user = session.find(User.class, seed.id("ALFKI"));
                user.passwordHash = "$argon2id$secret";
                user.preferences = Graphql.JSON.createObjectNode().put("theme", "dark");
            });
            QuarkusTransaction.requiringNew().run(() -> {
                User user = session.find(User.class, seed.id("ALFKI"));
                ((ObjectNode) user.preferences).put("theme", "light");
            });
        }
        Product product =
                QuarkusTransaction.requiringNew().call(() -> session.find(Product.class, seed.id("product 1")));

        assertThat(product.updatedBy).isEqualTo("ann");
        assertThat(entries())
                .extracting(entry -> entry.username + " " + entry.entity + " " + entry.changes)
                .containsExactlyInAnyOrder(
                        "ann Product {\"description\":{\"after\":\"Spins.\",\"before\":null}}",
                        "ann User {\"preferences\":{\"after\":{\"theme\":\"dark\"},\"before\":null},\"passwordHash\":{\"hidden\":true}}",
                        "ann User {\"preferences\":{\"after\":{\"theme\":\"light\"},\"before\":{\"theme\":\"dark\"}}}");
        assertThat(entries())
                .filteredOn(entry -> entry.entity.equals("Product"))
                .allSatisfy(entry -> {
                    assertThat(entry.changedAt).isEqualTo(product.updatedAt);
                    assertThat(entry.accountId).isEqualTo("7");
                });
    }

    private List<AuditEntry> entries() {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createQuery("from AuditEntry where id > :seen order by id", AuditEntry.class)
                        .setParameter("seen", seen)
                        .getResultList());
    }
}
