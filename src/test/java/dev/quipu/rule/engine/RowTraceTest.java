package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.change.RowTrace;
import dev.quipu.change.Settlement;
import dev.quipu.domain.Order;
import dev.quipu.domain.OrderItem;
import dev.quipu.domain.User;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Which rows the rules changed, all flushes of a session netted. */
class RowTraceTest extends ExplainedShop {

    @Test
    void listsRowsThatTheSessionHasNotRead() {
        assertThat(changed(session -> session.find(OrderItem.class, 1L).quantity = 5))
                .isEqualTo(Map.of("Order", "[1]", "OrderItem", "[1]", "User", "[1]"));
    }

    @Test
    void whatIsChangedBackIsNotListed() {
        assertThat(changed(session -> {
                    session.find(OrderItem.class, 1L).quantity = 5;
                    session.flush();
                    session.find(OrderItem.class, 1L).quantity = 4;
                }))
                .isEmpty();
    }

    @Test
    void norIsWhatIsInsertedEvenIfAnotherFlushChangesIt() {
        assertThat(changed(session -> {
                    OrderItem item = new OrderItem();
                    item.order = session.getReference(Order.class, 1L);
                    item.product = session.find(OrderItem.class, 1L).product;
                    session.persist(item);
                    session.flush();
                    item.quantity = 2;
                }))
                .isEqualTo(Map.of("Order", "[1]", "User", "[1]"));
    }

    @Test
    void norWhatIsDeletedAfterTheRulesChangedIt() {
        assertThat(changed(session -> {
                    session.find(OrderItem.class, 1L).quantity = 5;
                    session.flush();
                    session.remove(session.find(Order.class, 1L));
                }))
                .isEqualTo(Map.of("User", "[1]"));
    }

    @Test
    void endsWhereItIsClosedAndKnowsOneSession() {
        database.transact(session -> {
            RowTrace trace = RowTrace.begin(session);
            assertThatThrownBy(() -> RowTrace.begin(session)).hasMessageContaining("traced already");
            database.transact(other -> other.find(OrderItem.class, 1L).quantity = 5);
            assertThat(trace.changed()).isEmpty();
            trace.close();
            session.find(OrderItem.class, 2L).quantity++;
            session.flush();
            assertThat(trace.changed()).isEmpty();
            RowTrace.begin(session).close();
        });
    }

    @Test
    void attributesThatNoRuleOwnsDoNotCount() {
        assertThat(changed(session -> session.find(User.class, 1L).active = false))
                .isEmpty();
    }

    private Map<String, String> changed(Consumer<Session> work) {
        Map<String, String> changed = new TreeMap<>();
        database.transact(session -> {
            try (RowTrace trace = RowTrace.begin(session)) {
                work.accept(session);
                Settlement.settle(session);
                trace.changed().forEach((entity, ids) -> changed.put(entity.name(), ids.toString()));
            }
        });
        return changed;
    }
}
