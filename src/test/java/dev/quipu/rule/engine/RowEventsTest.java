package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.change.SoftDeletion;
import dev.quipu.events.Allocation;
import dev.quipu.events.Customer;
import dev.quipu.events.Invoice;
import dev.quipu.events.Note;
import dev.quipu.events.Payment;
import dev.quipu.rule.NoSuchAttributeException;
import dev.quipu.rule.RowChanged;
import dev.quipu.rule.RowChanged.Kind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Who listens hears of each row that a flush changes, as the rules have left it. */
class RowEventsTest extends Bookkeeping {

    @Test
    void aNewRowComesWithWhatRulesDerive() {
        transact(session -> invoice(session, alice, "30"));

        RowChanged<?> change = only(Invoice.class);
        assertThat(change.kind()).isEqualTo(Kind.INSERTED);
        assertThat(change.before("amount")).isNull();
        assertThat(change.after("amount")).isEqualTo(new BigDecimal("30.00"));
        assertThat(change.after("openAmount")).isEqualTo(new BigDecimal("30.00"));
        assertThat(change.after("customer")).isEqualTo(alice);
        assertThat(change.id()).isEqualTo(change.after("id")).isEqualTo(((Invoice) change.entity()).id);
    }

    @Test
    void aRowThatOnlyRulesChangedIsHeardOfThoughNobodyReadIt() {
        transact(session -> invoice(session, alice, "30"));

        RowChanged<?> change = only(Customer.class);
        assertThat(change).hasToString("UPDATED Customer " + alice);
        assertThat(change.before("owed")).isEqualTo(new BigDecimal("100.00"));
        assertThat(change.after("owed")).isEqualTo(new BigDecimal("130.00"));
        assertThat(change.changed("owed")).isTrue();
        assertThat(change.changed("name")).isFalse();
        assertThat(change.before("name")).isEqualTo("alice");
        assertThat(((Customer) change.entity()).owed).isEqualByComparingTo("130.00");
    }

    @Test
    void soIsOneThatTheSessionHasRead() {
        transact(session -> {
            session.find(Customer.class, alice).name = "alicia";
            session.find(Invoice.class, invoice).amount = new BigDecimal("70");
        });

        RowChanged<?> customer = only(Customer.class);
        assertThat(customer.before()).containsEntry("name", "alice").containsEntry("owed", new BigDecimal("100.00"));
        assertThat(customer.after()).containsEntry("name", "alicia").containsEntry("owed", new BigDecimal("70.00"));
        RowChanged<?> changed = only(Invoice.class);
        assertThat(changed.before()).containsEntry("openAmount", new BigDecimal("100.00"));
        assertThat(changed.after()).containsEntry("openAmount", new BigDecimal("70.00"));
    }

    @Test
    void whatIsReadAndAssignedItsOwnValueIsNot() {
        transact(session -> {
            session.find(Customer.class, alice).name = "alice";
            session.find(Invoice.class, invoice).amount = new BigDecimal("100.0");
        });

        assertThat(heard.during).isEmpty();
        assertThat(heard.committed).isEmpty();
    }

    @Test
    void aRowThatMovesChangesBothParents() {
        transact(session -> session.find(Invoice.class, invoice).customer = session.getReference(Customer.class, bob));

        assertThat(only(Invoice.class).before("customer")).isEqualTo(alice);
        assertThat(only(Invoice.class).after("customer")).isEqualTo(bob);
        assertThat(heard.during)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "UPDATED Invoice " + invoice, "UPDATED Customer " + alice, "UPDATED Customer " + bob);
    }

    @Test
    void deletionsCascade() {
        transact(session -> allocation(session, payment(session, alice, "10.00"), "10.00"));
        heard.forget();

        transact(session -> session.remove(session.getReference(Invoice.class, invoice)));

        assertThat(heard.during)
                .extracting(change -> change.kind() + " " + change.model().name())
                .containsExactlyInAnyOrder(
                        "DELETED Invoice", "DELETED Allocation", "UPDATED Payment", "UPDATED Customer");
        assertThat(only(Invoice.class).before("paidAmount")).isEqualTo(new BigDecimal("10.00"));
        assertThat(only(Invoice.class).after("paidAmount")).isNull();
        assertThat(only(Payment.class).after("unallocated")).isEqualTo(new BigDecimal("10.00"));
    }

    @Test
    void aReferenceThatNobodyReadIsDeletedAsAnyRow() {
        Long[] id = new Long[1];
        transact(session -> id[0] = allocation(session, payment(session, alice, "10.00"), "10.00").id);
        heard.forget();

        transact(session -> session.remove(session.getReference(Allocation.class, id[0])));

        assertThat(only(Allocation.class).before("amount")).isEqualTo(new BigDecimal("10.00"));
        assertThat(only(Invoice.class).after("paidAmount")).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void anEntityWithoutRulesIsHeardOfToo_andSoftDeletionIsDeletion() {
        transact(session -> session.persist(note(1L, "one")));
        transact(session -> session.find(Note.class, 1L).text = "uno");
        transact(session -> session.remove(session.find(Note.class, 1L)));
        transact(session -> SoftDeletion.restore(
                session, Models.of(database.sessionFactory()).entity(Note.class), 1L));

        assertThat(heard.during)
                .extracting(Object::toString)
                .containsExactly("INSERTED Note 1", "UPDATED Note 1", "DELETED Note 1", "INSERTED Note 1");
        assertThat(heard.during).allMatch(change -> change.changed("text"));
        assertThat(heard.during.get(1).changed("scan")).isFalse();
        assertThat(heard.during.get(3).after("text")).isEqualTo("uno");
    }

    @Test
    void severalFlushesComeToOneMessageAfterTheCommit() {
        transact(session -> {
            Customer customer = session.find(Customer.class, alice);
            customer.name = "a";
            session.flush();
            customer.name = "b";
            session.flush();
            Note note = note(3L, "made and unmade");
            session.persist(note);
            session.flush();
            session.remove(note);
            Customer other = session.find(Customer.class, bob);
            other.name = "robert";
            session.flush();
            other.name = "bob";
        });

        assertThat(heard.during).hasSize(6);
        assertThat(heard.committed).singleElement().satisfies(change -> {
            assertThat(change.before("name")).isEqualTo("alice");
            assertThat(change.after("name")).isEqualTo("b");
        });
    }

    @Test
    void aWrongNameIsToldWithTheOneThatWasMeant() {
        transact(session -> session.find(Customer.class, alice).name = "alicia");
        RowChanged<?> change = only(Customer.class);

        assertThatThrownBy(() -> change.after("nmae"))
                .isInstanceOf(NoSuchAttributeException.class)
                .hasMessage(
                        "RULE-301 RowChanged<Customer>: Customer has no attribute \"nmae\" (it has id, name, owed, credit)."
                                + " Maybe \"name\"?");
        assertThatThrownBy(() -> change.changed("invoices"))
                .hasMessage(
                        "RULE-301 RowChanged<Customer>: \"invoices\" is a collection, whose elements are rows of their own."
                                + " Observe RowChanged<Invoice>.");
    }

    @Test
    void whereNobodyListensNothingIsNoted() {
        RulePlan plan = RulePlan.of(database.sessionFactory());

        assertThat(Watch.of(plan, new Heard())).isNull();
    }
}
