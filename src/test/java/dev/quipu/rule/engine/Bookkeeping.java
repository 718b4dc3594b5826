package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.change.Settlement;
import dev.quipu.events.Allocation;
import dev.quipu.events.Customer;
import dev.quipu.events.Invoice;
import dev.quipu.events.Note;
import dev.quipu.events.Payment;
import dev.quipu.rule.RowChanged;
import dev.quipu.testing.RuledDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A customer's invoices and payments, a listener, and what the tests of both need. */
abstract class Bookkeeping {

    static RuledDatabase database;

    Heard heard;
    Session current;
    Long alice;
    Long bob;
    Long invoice;

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

    RowChanged<?> only(Class<?> entity) {
        return assertThat(heard.during)
                .filteredOn(change -> entity.isInstance(change.entity()))
                .singleElement()
                .actual();
    }

    List<BigDecimal> openAmounts() {
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

    interface Work {
        void on(Session session);
    }

    void transact(Work work) {
        database.sessionFactory().inTransaction(session -> {
            current = session;
            work.on(session);
            Settlement.settle(session);
        });
    }

    static Customer customer(Session session, String name) {
        Customer customer = new Customer();
        customer.name = name;
        session.persist(customer);
        return customer;
    }

    static Invoice invoice(Session session, Long customer, String amount) {
        Invoice invoice = new Invoice();
        invoice.customer = session.getReference(Customer.class, customer);
        invoice.issuedOn = LocalDate.of(2026, 1, 1);
        invoice.amount = new BigDecimal(amount);
        session.persist(invoice);
        return invoice;
    }

    static Payment payment(Session session, Long customer, String amount) {
        Payment payment = new Payment();
        payment.customer = session.getReference(Customer.class, customer);
        payment.amount = new BigDecimal(amount);
        session.persist(payment);
        return payment;
    }

    Allocation allocation(Session session, Payment payment, String amount) {
        Allocation allocation = new Allocation();
        allocation.payment = payment;
        allocation.invoice = session.getReference(Invoice.class, invoice);
        allocation.amount = new BigDecimal(amount);
        session.persist(allocation);
        return allocation;
    }

    static Note note(Long id, String text) {
        Note note = new Note();
        note.id = id;
        note.text = text;
        note.scan = new byte[] {1, 2};
        return note;
    }
}
