package dev.quipu.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.domain.User;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.Rules;
import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may not be assigned, and what a broken invariant does not hinder. */
@QuarkusTest
class GuardsTest {

    @Inject
    Seed seed;

    @Inject
    Session session;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void scenario25_codeDoesNotAssignWhatIsDerived() {
        Long alfki = seed.id("ALFKI");

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    session.find(User.class, alfki).balance = BigDecimal.ZERO;
                    session.flush();
                }))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("User.balance is derived (sum of orders.amountTotal where shippedOn is null)");
        seed.changes().andNothingElse();
    }

    @Test
    void scenario25_aClientCannotNameWhatIsDerived() {
        var fault =
                operation().patch("User", "ALFKI", "balance: \"0.00\"").send().refusedOnce();

        assertThat(fault.code()).isEqualTo("BAD_USER_INPUT");
        seed.changes().andNothingElse();
    }

    @Test
    void scenario28_aRowThatBreaksAnInvariantIsNotInTheWay() {
        breakTheLimitOf("ALFKI");

        operation().patch("User", "ALFKI", "email: \"new@example.org\"").send().succeeded();
        assertThat(operation()
                        .placeOrder("ALFKI", "99 x 1")
                        .send()
                        .refusedOnce()
                        .rule())
                .isEqualTo("User.withinCreditLimit");
        seed.changes().updated("ALFKI", "email new@example.org", "version 1").andNothingElse();

        operation().delete("User", "ALFKI").send().succeeded();
        assertThat(seed.now("ALFKI")).isNull();
    }

    private void breakTheLimitOf(String user) {
        QuarkusTransaction.requiringNew()
                .run(() -> Rules.bypassing(
                        () -> session.createMutationQuery("update User set creditLimit = 1 where id = :id")
                                .setParameter("id", seed.id(user))
                                .executeUpdate()));
        seed.remember();
    }

    private Operation operation() {
        return new Operation(seed);
    }
}
