package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.change.Explanation;
import dev.quipu.change.Settlement;
import dev.quipu.domain.OrderItem;
import dev.quipu.rule.RuleCause;
import dev.quipu.rule.RuleCauses;
import dev.quipu.rule.RuleStep;
import dev.quipu.rule.RuleViolationException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hibernate.event.spi.EventSource;
import org.junit.jupiter.api.Test;

/** Who is told the steps, from when to when. */
class ExplanationTest extends ExplainedShop {

    @Test
    void severalFlushesAddUp() {
        assertThat(stepsOf(session -> {
                    session.find(OrderItem.class, 1L).quantity = 5;
                    session.flush();
                    session.find(OrderItem.class, 1L).quantity = 6;
                }))
                .containsExactly(
                        "OrderItem.amount of OrderItem 1: 10.00 → 12.50, since OrderItem 1 quantity 4 → 5",
                        "Order.amountTotal of Order 1: 30.00 → 32.50, since OrderItem 1 amount 10.00 → 12.50",
                        "User.balance of User 1: 30.00 → 32.50, since Order 1 amountTotal 30.00 → 32.50",
                        "OrderItem.amount of OrderItem 1: 12.50 → 15.00, since OrderItem 1 quantity 5 → 6",
                        "Order.amountTotal of Order 1: 32.50 → 35.00, since OrderItem 1 amount 12.50 → 15.00",
                        "User.balance of User 1: 32.50 → 35.00, since Order 1 amountTotal 32.50 → 35.00",
                        "User.withinCreditLimit of User 1: holds, since User 1 balance 30.00 → 35.00");
    }

    @Test
    void aFailedTransactionTellsWhatLedToIt() {
        List<RuleStep> steps = new ArrayList<>();
        assertThatThrownBy(() -> database.transact(session -> {
                    Explanation explanation = Explanation.begin(session);
                    session.find(OrderItem.class, 2L).quantity = 200;
                    try {
                        Settlement.settle(session);
                    } finally {
                        steps.addAll(explanation.steps());
                    }
                }))
                .isInstanceOf(RuleViolationException.class);
        assertThat(steps.get(2))
                .isEqualTo(new RuleStep(
                        "User.balance",
                        "User",
                        1L,
                        "balance",
                        new BigDecimal("30.00"),
                        new BigDecimal("2010.00"),
                        false,
                        causes("Order", "amountTotal", "amountTotal 30.00 → 2010.00")));
        assertThat(steps.get(3))
                .isEqualTo(new RuleStep(
                        "User.withinCreditLimit",
                        "User",
                        1L,
                        null,
                        null,
                        false,
                        false,
                        causes("User", "balance", "balance 30.00 → 2010.00")))
                .hasToString("User.withinCreditLimit of User 1: is broken, since User 1 balance 30.00 → 2010.00");
    }

    private static RuleCauses causes(String entity, String attribute, String event) {
        return new RuleCauses(List.of(new RuleCause(entity, 1L, attribute, event)), 0);
    }

    /** What makes the steps exists only where there is somebody to tell them to. */
    @Test
    void nobodyListensUnlessAsked() {
        Listeners listeners = new Listeners();
        database.transact(session -> {
            EventSource one = session.unwrap(EventSource.class);
            List<RuleStep> steps = new ArrayList<>();
            assertThat(listeners.of(one)).isNull();
            Runnable end = listeners.add(one, steps::add);
            assertThat(listeners.of(one)).isNotNull();
            database.transact(other ->
                    assertThat(listeners.of(other.unwrap(EventSource.class))).isNull());
            end.run();
            assertThat(listeners.of(one)).isNull();
        });
    }

    @Test
    void anExplanationEndsWhereItIsClosed() {
        database.transact(session -> {
            Explanation outer = Explanation.begin(session);
            try (Explanation inner = Explanation.begin(session)) {
                session.find(OrderItem.class, 1L).quantity = 5;
                session.flush();
                assertThat(inner.steps()).hasSize(3).isEqualTo(outer.steps());
                inner.close();
                session.find(OrderItem.class, 1L).quantity = 6;
                session.flush();
                assertThat(inner.steps()).hasSize(3);
                assertThat(outer.steps()).hasSize(6);
            }
        });
    }

    @Test
    void theLogTellsThemToo() {
        List<String> lines = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("dev.quipu.rule");
        log.addHandler(handler);
        log.setLevel(Level.FINE);
        try {
            database.transact(session -> session.find(OrderItem.class, 1L).quantity = 8);
        } finally {
            log.setLevel(null);
            log.removeHandler(handler);
        }
        assertThat(lines)
                .hasSize(4)
                .contains("Order.amountTotal of Order 1: 30.00 → 40.00, since OrderItem 1 amount 10.00 → 20.00");
    }
}
