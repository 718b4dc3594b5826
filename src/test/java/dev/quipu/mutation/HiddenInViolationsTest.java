package dev.quipu.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.model.Model;
import dev.quipu.mutation.Refusal.ConstraintViolation;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.Violation;
import dev.quipu.security.Access;
import dev.quipu.security.Policy;
import dev.quipu.security.Viewer;
import dev.quipu.testing.Seed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule may read what the API hides; its violation does not show it. */
@QuarkusTest
class HiddenInViolationsTest {

    @Inject
    Failures failures;

    @Inject
    Model model;

    @Inject
    Session session;

    @Inject
    Policy policy;

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void leavesOutHiddenAttributes() {
        RuleViolationException violated = new RuleViolationException(List.of(new Violation(
                "User.hasPassword",
                "User",
                1L,
                List.of("balance", "passwordHash"),
                Map.of("balance", 1, "passwordHash", "secret"),
                "no password")));

        RuntimeException told = QuarkusTransaction.requiringNew()
                .call(() -> failures.of(
                        violated,
                        new Attempt(model, session.unwrap(SessionImplementor.class), List.of(), Access.UNRESTRICTED)));

        assertThat(((MutationRefusedException) told).refusals()).singleElement().satisfies(refusal -> {
            ConstraintViolation violation = (ConstraintViolation) refusal;
            assertThat(violation.fields()).containsExactly("balance");
            assertThat(violation.values()).containsOnlyKeys("balance");
        });
    }

    @Test
    void leavesOutWhatTheViewerMayNotRead() {
        Access other = policy.of(new Viewer(seed.id("ANATR"), "ANATR", Set.of("user")));

        assertThat(told(seed.id("ALFKI"), other)).satisfies(violation -> {
            assertThat(violation.message())
                    .isEqualTo("User.withinCreditLimit would not hold, because of data that you may not see.");
            assertThat(violation.fields()).isEmpty();
            assertThat(violation.values()).containsOnlyKeys("username");
        });
        assertThat(told(seed.id("ANATR"), other)).satisfies(violation -> {
            assertThat(violation.message()).isEqualTo("balance 1 exceeds");
            assertThat(violation.values()).containsOnlyKeys("username", "balance");
        });
        assertThat(told(seed.id("ALFKI"), policy.of(Viewer.anonymous("nobody"))))
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo("User.withinCreditLimit");
                    assertThat(violation.entity()).isNull();
                    assertThat(violation.id()).isNull();
                    assertThat(violation.values()).isEmpty();
                });
    }

    private ConstraintViolation told(Long user, Access access) {
        Violation violated = new Violation(
                "User.withinCreditLimit",
                "User",
                user,
                List.of("balance"),
                Map.of("balance", 1, "username", "x"),
                "balance 1 exceeds");
        RuntimeException told = QuarkusTransaction.requiringNew()
                .call(() -> failures.of(
                        new RuleViolationException(List.of(violated)),
                        new Attempt(model, session.unwrap(SessionImplementor.class), List.of(), access)));
        return (ConstraintViolation)
                ((MutationRefusedException) told).refusals().get(0);
    }
}
