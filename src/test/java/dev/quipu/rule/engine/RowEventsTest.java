package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.change.Settlement;
import dev.quipu.change.SoftDeletion;
import dev.quipu.events.Allocation;
import dev.quipu.events.Customer;
import dev.quipu.events.Invoice;
import dev.quipu.events.Note;
import dev.quipu.events.Payment;
import dev.quipu.rule.NoSuchAttributeException;
import dev.quipu.rule.RowChanged;
import dev.quipu.rule.RowChanged.Kind;
import dev.quipu.testing.RuledDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who listens hears of each row that a flush changes, as the rules have left it. */
class RowEventsTest {

    private static RuledDatabase database;

    private Heard heard;
    private Session current;
    private Long alice;
    private Long bob;
    private Long invoice;

    @BeforeAll
    static void start() {
        database = RuledDatabase.of(Customer.class, Invoice.class, Payment.class, Allocation.class, Note.class);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void seed() {
        heard = new Heard(Customer.class, Invoice.class, Payment.class, Allocation.class, Note.class);
        RulesIntegrator.listen(database.sessionFactory(), heard);
        transact(session -> {
            alice = customer(session, "alice").id;
            bob = customer(session, "bob").id;
            invoice = invoice(session, alice, "100.00").id;
        });
        heard.forget();
    }

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

    private RowChanged<?> only(Class<?> entity) {
        return assertThat(heard.during)
                .filteredOn(change -> entity.isInstance(change.entity()))
                .singleElement()
                .actual();
    }

    private List<BigDecimal> openAmounts() {
        String hql = "select i.openAmount from Invoice i where i.customer.id = :alice order by i.id";
        return current != null && current.isOpen()
                ? openAmounts(current, hql)
                : database.read(session -> openAmounts(session, hql));
    }

    private List<BigDecimal> openAmounts(Session session, String hql) {
        return session.createSelectionQuery(hql, BigDecimal.class)
                .setParameter("alice", alice)
                .getResultList();
    }

    private interface Work {
        void on(Session session);
    }

    private void transact(Work work) {
        database.sessionFactory().inTransaction(session -> {
            current = session;
            work.on(session);
            Settlement.settle(session);
        });
    }

    private static Customer customer(Session session, String name) {
        Customer customer = new Customer();
        customer.name = name;
        session.persist(customer);
        return customer;
    }

    private static Invoice invoice(Session session, Long customer, String amount) {
        Invoice invoice = new Invoice();
        invoice.customer = session.getReference(Customer.class, customer);
        invoice.issuedOn = LocalDate.of(2026, 1, 1);
        invoice.amount = new BigDecimal(amount);
        session.persist(invoice);
        return invoice;
    }

    private static Payment payment(Session session, Long customer, String amount) {
        Payment payment = new Payment();
        payment.customer = session.getReference(Customer.class, customer);
        payment.amount = new BigDecimal(amount);
        session.persist(payment);
        return payment;
    }

    private Allocation allocation(Session session, Payment payment, String amount) {
        Allocation allocation = new Allocation();
        allocation.payment = payment;
        allocation.invoice = session.getReference(Invoice.class, invoice);
        allocation.amount = new BigDecimal(amount);
        session.persist(allocation);
        return allocation;
    }

    private static Note note(Long id, String text) {
        Note note = new Note();
        note.id = id;
        note.text = text;
        note.scan = new byte[] {1, 2};
        return note;
    }
}
