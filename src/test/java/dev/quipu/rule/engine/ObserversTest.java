package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.events.Customer;
import dev.quipu.events.Invoice;
import dev.quipu.events.Note;
import dev.quipu.events.Payment;
import dev.quipu.rule.RowChanged.Kind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What observers change is ruled and told in turn. */
class ObserversTest extends Bookkeeping {

    @Test
    void whatAnObserverChangesIsRuledAndHeardOfInTheSameFlush() {
        heard.observer = change -> {
            if (change.entity() instanceof Payment payment && change.kind() == Kind.INSERTED) {
                allocation(current, payment, "10.00");
            }
        };

        transact(session -> {
            payment(session, alice, "10.00");
            session.flush();
            assertThat(openAmounts()).containsExactly(new BigDecimal("90.00"));
        });

        assertThat(heard.during.subList(0, 2))
                .extracting(change -> change.kind() + " " + change.model().name())
                .containsExactly("INSERTED Payment", "UPDATED Customer");
        assertThat(heard.during.subList(2, heard.during.size()))
                .extracting(change -> change.kind() + " " + change.model().name())
                .containsExactlyInAnyOrder(
                        "INSERTED Allocation", "UPDATED Payment", "UPDATED Invoice", "UPDATED Customer");
        assertThat(heard.committed)
                .extracting(change -> change.kind() + " " + change.model().name())
                .containsExactly("INSERTED Payment", "UPDATED Customer", "INSERTED Allocation", "UPDATED Invoice");
    }

    @Test
    void invariantsAreJudgedWhenObserversHaveSettled() {
        heard.observer = change -> {
            if (change.entity() instanceof Payment payment
                    && change.after("unallocated") instanceof BigDecimal left
                    && left.signum() < 0) {
                payment.amount = payment.amount.subtract(left);
            }
        };

        transact(session -> allocation(session, payment(session, alice, "10.00"), "25.00"));

        assertThat(heard.committed)
                .filteredOn(change -> change.entity() instanceof Payment)
                .singleElement()
                .satisfies(change -> assertThat(change.after("amount")).isEqualTo(new BigDecimal("25.00")));
    }

    @Test
    void observersQueryWhatIsWrittenAndWhatTheyChanged() {
        heard.observer = change -> {
            if (change.entity() instanceof Payment payment && change.kind() == Kind.INSERTED) {
                assertThat(openAmounts()).containsExactly(new BigDecimal("100.00"), new BigDecimal("7.00"));
                allocation(current, payment, "10.00");
                assertThat(openAmounts()).containsExactly(new BigDecimal("90.00"), new BigDecimal("7.00"));
            }
        };

        transact(session -> {
            invoice(session, alice, "7.00");
            payment(session, alice, "10.00");
        });

        assertThat(heard.committed).hasSize(5);
    }

    @Test
    void aQuerySeesWhatObserversDoToOtherTables() {
        heard.observer = change -> {
            if (change.entity() instanceof Note && change.kind() == Kind.INSERTED) {
                current.find(Invoice.class, invoice).amount = new BigDecimal("50.00");
            }
        };

        transact(session -> {
            session.persist(note(2L, "half"));
            assertThat(openAmounts()).containsExactly(new BigDecimal("50.00"));
        });
    }

    @Test
    void observersThatNeverSettleAreNamed() {
        heard.observer = change -> {
            if (change.entity() instanceof Invoice changed) {
                changed.amount = changed.amount.add(BigDecimal.ONE);
            }
        };

        assertThatThrownBy(() -> transact(session -> invoice(session, alice, "1.00")))
                .hasMessageStartingWith(
                        "RULE-302 The observers of RowChanged<Customer>, RowChanged<Invoice> do not settle:"
                                + " after 100 rounds they still change rows, the last being ")
                .hasMessageEndingWith("Let an observer change a row only if that makes a difference.");
        assertThat(openAmounts()).containsExactly(new BigDecimal("100.00"));
    }

    @Test
    void anObserversExceptionRollsBackEvenIfSomebodyCatchesIt() {
        heard.observer = change -> {
            throw new IllegalStateException("no");
        };

        database.sessionFactory().inTransaction(session -> {
            current = session;
            session.find(Customer.class, alice).name = "alicia";
            assertThatThrownBy(this::openAmounts)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no");
        });

        assertThat(database.<String>read(session -> session.find(Customer.class, alice).name))
                .isEqualTo("alice");
        assertThat(heard.committed).isEmpty();
        assertThat(heard.rolledBack).hasSize(1);
    }
}
