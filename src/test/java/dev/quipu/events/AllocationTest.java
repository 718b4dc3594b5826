package dev.quipu.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.mutation.Mutations;
import dev.quipu.mutation.WriteRequest;
import dev.quipu.query.NodeId;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Fault;
import dev.quipu.testing.Graphql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Observers in Quarkus: what they change is ruled in the same transaction, and messages tell of commits only. */
@QuarkusTest
@TestProfile(WithPayments.class)
@Timeout(120)
class AllocationTest {

    @Inject
    Session session;

    @Inject
    Outbox outbox;

    @Inject
    Mutations mutations;

    private Long customer;

    @BeforeEach
    void seed() {
        customer = transact(() -> {
            Customer alice = new Customer();
            alice.name = "alice";
            session.persist(alice);
            return alice.id;
        });
        outbox.clear();
    }

    @Test
    void paymentsPayTheOldestInvoicesFirst() {
        Long february = invoice("2026-02-01", "50.00");
        Long january = invoice("2026-01-01", "100.00");

        Long first = pay("120.00");
        assertThat(open(january, february)).containsExactly("0.00", "30.00");
        assertCustomer("30.00", "0.00");

        Long second = pay("50.00");
        assertThat(open(january, february)).containsExactly("0.00", "0.00");
        assertCustomer("0.00", "20.00");

        Long march = invoice("2026-03-01", "70.00");
        assertThat(open(january, february, march)).containsExactly("0.00", "0.00", "50.00");
        assertCustomer("50.00", "0.00");

        transact(() -> session.find(Payment.class, first).amount = new BigDecimal("90.00"));
        assertThat(open(january, february, march)).containsExactly("10.00", "20.00", "50.00");
        assertThat(allocations(first)).containsExactly("90.00");
        assertCustomer("80.00", "0.00");

        transact(() -> {
            session.remove(session.find(Payment.class, second));
            return null;
        });
        assertThat(open(january, february, march)).containsExactly("10.00", "50.00", "70.00");
        assertCustomer("130.00", "0.00");

        transact(() -> {
            session.remove(session.find(Invoice.class, january));
            return null;
        });
        assertThat(open(february, march)).containsExactly("0.00", "30.00");
        assertThat(allocations(first)).containsExactly("50.00", "40.00");
        assertCustomer("30.00", "0.00");

        transact(() -> session.find(Invoice.class, february).amount = new BigDecimal("20.00"));
        assertThat(open(february, march)).containsExactly("0.00", "0.00");
        assertCustomer("0.00", "0.00");
    }

    @Test
    void paymentsOfOneCustomerAtATimeNeverPayTwice() throws Exception {
        for (int round = 0; round < 8; round++) {
            seed();
            Long january = invoice("2026-01-01", "100.00");
            Long february = invoice("2026-02-01", "20.00");
            CyclicBarrier together = new CyclicBarrier(3);
            ExecutorService executor = Executors.newFixedThreadPool(3);
            try {
                Callable<Long> payment = () -> {
                    together.await();
                    return pay("80.00");
                };
                for (Future<Long> done : executor.invokeAll(List.of(payment, payment, payment))) {
                    done.get();
                }
            } finally {
                executor.shutdown();
            }
            assertThat(open(january, february)).containsExactly("0.00", "0.00");
            assertCustomer("0.00", "120.00");
        }
    }

    @Test
    void theApiAllocatesToo() {
        Long january = invoice("2026-01-01", "100.00");

        var payment = Graphql.data(
                "mutation { createPayment(input: {payment: {customer: {connect: {id: \"" + customer
                        + "\"}}, amount: \"60.00\"}}) { payment { unallocated customer { owed } allocations { nodes { amount } } } } }");

        assertThat(payment.at("/createPayment/payment").toString())
                .isEqualTo("{\"unallocated\":\"0.00\",\"customer\":{\"owed\":\"40.00\"},"
                        + "\"allocations\":{\"nodes\":[{\"amount\":\"60.00\"}]}}");
        assertThat(open(january)).containsExactly("40.00");
    }

    @Test
    void aMessageTellsOfTheCommitOnly_onceForAllFlushes() {
        outbox.fail();
        invoice("2026-01-01", "30.00");
        Long id = transact(() -> {
            Long paid = payment("50.00").id;
            session.flush();
            assertThat(outbox.sent()).isEmpty();
            return paid;
        });

        assertThat(outbox.sent()).containsExactly("INSERTED payment: 20.00 left of 50.00");
        assertThat(transact(() -> session.find(Note.class, id).text)).isEqualTo("INSERTED");
    }

    @Test
    void whatIsRolledBackSendsNothing() {
        assertThatThrownBy(() -> transact(() -> {
                    payment("50.00");
                    session.flush();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(outbox.sent()).isEmpty();
        assertThat(outbox.failed()).containsExactly("INSERTED payment of 50.00");
    }

    @Test
    void anOperationThatIsRepeatedSendsTheLastAttempt() {
        AtomicInteger attempts = new AtomicInteger();

        mutations.run(WriteRequest.unrestricted(List.of()), (session, results) -> {
            payment("50.00");
            session.flush();
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLException("deadlock detected", "40P01"));
            }
            return null;
        });

        assertThat(attempts).hasValue(3);
        assertThat(outbox.sent()).containsExactly("INSERTED payment: 50.00 left of 50.00");
    }

    @Test
    void anObserverCanRefuse() {
        Fault fault = Answer.to(
                        "mutation { createPayment(input: {payment: {customerId: \"%d\", amount: \"-5.00\"}}) { payment { id } } }"
                                .formatted(customer))
                .refusedOnce();

        assertThat(fault.code()).isEqualTo("CONSTRAINT_VIOLATION");
        assertThat(fault.message()).isEqualTo("A payment cannot be negative");
        assertThat(fault.rule()).isEqualTo("Payment.notNegative");
        assertThat(fault.inputPath()).isEqualTo("input.payment.amount");
        assertThat(fault.values()).isEqualTo(Map.of("amount", "-5.00"));
        assertThat(outbox.sent()).isEmpty();
        assertCustomer("0.00", "0.00");
    }

    @Test
    void aPreviewSendsNothing() {
        invoice("2026-01-01", "100.00");

        var payment = Graphql.data(
                "mutation @preview { createPayment(input: {payment: {customerId: \"%d\", amount: \"60.00\"}}) { payment { unallocated } affected { __typename } } }"
                        .formatted(customer));

        assertThat(payment.at("/createPayment/payment/unallocated").asText()).isEqualTo("0.00");
        assertThat(payment.at("/createPayment/affected").toString())
                .isEqualTo("[{\"__typename\":\"Customer\"},{\"__typename\":\"Invoice\"}]");
        assertThat(outbox.sent()).isEmpty();
        assertCustomer("100.00", "0.00");
    }

    @Test
    void theApiInsertsTheMonthThatASaleComesTo() {
        for (int i = 1; i <= 2; i++) {
            var sale = Graphql.data(
                    "mutation { createSale(input: {sale: {amount: \"7.50\", month: {connect: {id: \"2026-11\"}}}})"
                            + " { sale { month { id total saleCount average } } affected { nodeId } } }");
            // even where the month was not there before
            assertThat(sale.at("/createSale/affected/0/nodeId").asText())
                    .isEqualTo(new NodeId("MonthlySales", "2026-11").encode());
            assertThat(sale.at("/createSale/sale/month").toString())
                    .isEqualTo("{\"id\":\"2026-11\",\"total\":\"" + new BigDecimal("7.50").multiply(new BigDecimal(i))
                            + "\",\"saleCount\":" + i + ",\"average\":\"7.50\"}");
        }

        transact(() -> {
            session.remove(session.find(MonthlySales.class, "2026-11"));
            return null;
        });
        var refused = Graphql.error(
                "mutation { createSale(input: {sale: {amount: \"1.00\", month: {connect: {id: \"2026-11\"}}}}) { sale { id } } }");
        assertThat(refused.path("message").asText()).isEqualTo("There is no MonthlySales 2026-11 for Sale.month");
    }

    private Long pay(String amount) {
        return transact(() -> payment(amount).id);
    }

    private Payment payment(String amount) {
        Payment payment = new Payment();
        payment.customer = session.getReference(Customer.class, customer);
        payment.amount = new BigDecimal(amount);
        session.persist(payment);
        return payment;
    }

    private Long invoice(String issuedOn, String amount) {
        return transact(() -> {
            Invoice invoice = new Invoice();
            invoice.customer = session.getReference(Customer.class, customer);
            invoice.issuedOn = LocalDate.parse(issuedOn);
            invoice.amount = new BigDecimal(amount);
            session.persist(invoice);
            return invoice.id;
        });
    }

    private List<String> open(Long... invoices) {
        return transact(() -> List.of(invoices).stream()
                .map(id -> session.find(Invoice.class, id).openAmount.toPlainString())
                .toList());
    }

    private List<String> allocations(Long payment) {
        return transact(() -> session.find(Payment.class, payment).allocations.stream()
                .map(allocation -> allocation.amount.toPlainString())
                .toList());
    }

    private void assertCustomer(String owed, String credit) {
        transact(() -> {
            Customer found = session.find(Customer.class, customer);
            assertThat(List.of(found.owed.toPlainString(), found.credit.toPlainString()))
                    .containsExactly(owed, credit);
            return null;
        });
    }

    private static <T> T transact(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
