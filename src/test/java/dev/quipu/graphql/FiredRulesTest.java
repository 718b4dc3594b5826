package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.change.Explanation;
import dev.quipu.change.Settlement;
import dev.quipu.model.Hidden;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CopyOf;
import dev.quipu.rule.SumOf;
import dev.quipu.rule.engine.Models;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rules did is told as the API tells everything else, and nothing that is hidden from it. */
class FiredRulesTest {

    @Entity(name = "Ledger")
    @Hidden
    static class Ledger {
        @Id
        Long id;

        OffsetDateTime openedAt;

        @OneToMany(mappedBy = "ledger")
        List<Account> accounts = new ArrayList<>();

        @SumOf("accounts.strength")
        long total;
    }

    @Entity(name = "Account")
    static class Account {
        @Id
        Long id;

        @ManyToOne
        Ledger ledger;

        @Hidden
        String secret;

        @Computed("length(secret)")
        Integer strength;

        @Hidden
        @Computed("concat(secret, '!')")
        String shouted;

        @Computed("ledger.total + 0L")
        Long together;

        @CopyOf("ledger.openedAt")
        OffsetDateTime since;
    }

    private RuledDatabase database;

    @BeforeEach
    void start() {
        database = RuledDatabase.of(Ledger.class, Account.class);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void hidesWhatIsHiddenAndPrintsTheRest() {
        JsonNode told = Graphql.parse(tell(session -> {
            Ledger ledger = new Ledger();
            ledger.id = 1L;
            ledger.openedAt = OffsetDateTime.of(2026, 1, 31, 13, 0, 0, 0, ZoneOffset.ofHours(1));
            session.persist(ledger);
            Account account = new Account();
            account.id = 7L;
            account.ledger = ledger;
            account.secret = "sesame";
            session.persist(account);
        }));
        assertThat(told)
                .containsExactlyInAnyOrder(
                        step("strength", null, 6, "Account 7 inserted"),
                        step("together", null, "6", "Account 7 inserted"),
                        step("since", null, "2026-01-31T12:00:00Z", "Account 7 inserted"));

        JsonNode changed = Graphql.parse(tell(session -> session.find(Account.class, 7L).secret = "open sesame"));
        assertThat(changed)
                .containsExactlyInAnyOrder(
                        step("strength", 6, 11, "something that the API does not show"),
                        step("together", "6", "11", "something that the API does not show"));
    }

    private static JsonNode step(String attribute, Object before, Object after, String cause) {
        var step = Graphql.JSON.createObjectNode();
        step.put("rule", "Account." + attribute)
                .put("entity", "Account")
                .put("id", "7")
                .put("attribute", attribute);
        step.set("before", Graphql.JSON.valueToTree(before));
        step.set("after", Graphql.JSON.valueToTree(after));
        return step.put("cause", cause);
    }

    private String tell(Consumer<Session> work) {
        return database.read(session -> {
            try (Explanation explanation = Explanation.begin(session)) {
                work.accept(session);
                Settlement.settle(session);
                return new FiredRules(Models.of(database.sessionFactory()), Graphql.JSON)
                        .list(explanation.steps())
                        .text();
            }
        });
    }
}
