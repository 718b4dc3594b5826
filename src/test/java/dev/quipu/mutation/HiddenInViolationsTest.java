package dev.quipu.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.model.Model;
import dev.quipu.mutation.Refusal.ConstraintViolation;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.Violation;
import dev.quipu.security.Access;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
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
}
