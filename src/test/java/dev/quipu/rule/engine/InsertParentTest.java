package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.events.MonthlySales;
import dev.quipu.events.Sale;
import dev.quipu.rule.ParentMissingException;
import dev.quipu.rule.RowChanged;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.Rules;
import dev.quipu.testing.LockWaits;
import dev.quipu.testing.RuledDatabase;
import dev.quipu.testing.Together;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A child that comes to a parent that does not exist makes it, where the rule says so. */
@Timeout(120)
class InsertParentTest {

    private static final int WRITERS = 8;

    private static RuledDatabase database;

    @BeforeAll
    static void start() {
        database = RuledDatabase.of(MonthlySales.class, Sale.class);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        RulesIntegrator.listen(database.sessionFactory(), new Heard());
        Rules.bypassing(() -> database.transact(session -> {
            session.createNativeMutationQuery("delete from sale").executeUpdate();
            session.createNativeMutationQuery("delete from monthly_sales").executeUpdate();
        }));
    }

    @Test
    void theRowIsMadeAsItsClassInitialisesIt() {
        Instant start = Instant.now();
        database.transact(session -> {
            sale(session, "2026-11", "10.00", false);
            sale(session, "2026-11", "5.00", false);
            sale(session, "2026-10", "1.00", false);
        });

        assertMonth("2026-11", "15.00", 2, "7.50");
        assertMonth("2026-10", "1.00", 1, "1.00");
        database.read(session -> {
            MonthlySales month = session.find(MonthlySales.class, "2026-11");
            assertThat(month.openedAt).isAfterOrEqualTo(start.minusMillis(1));
            assertThat(month.limit).isEqualByComparingTo("1000000");
            assertThat(month.version).isZero();
            return null;
        });
    }

    @Test
    void aRowThatIsThereStaysAsItIs() {
        database.transact(session -> {
            MonthlySales month = new MonthlySales();
            month.id = "2026-11";
            month.limit = new BigDecimal("20.00");
            session.persist(month);
            sale(session, "2026-11", "1.00", false);
        });
        database.transact(session -> sale(session, "2026-11", "2.00", false));

        assertMonth("2026-11", "3.00", 2, "1.50");
        assertThatThrownBy(() -> database.transact(session -> sale(session, "2026-11", "18.00", false)))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("21.00 in 2026-11");
    }

    @Test
    void aSaleThatMovesMakesItsNewMonthAndLeavesTheOld() {
        Long[] id = new Long[1];
        database.transact(session -> id[0] = sale(session, "2026-11", "10.00", false).id);
        database.transact(
                session -> session.find(Sale.class, id[0]).month = session.getReference(MonthlySales.class, "2026-12"));

        assertMonth("2026-11", "0.00", 0, "0.00");
        assertMonth("2026-12", "10.00", 1, "10.00");

        database.transact(session -> session.remove(session.find(Sale.class, id[0])));

        assertMonth("2026-12", "0.00", 0, "0.00");
    }

    @Test
    void evenASaleThatDoesNotCountNeedsItsMonth() {
        database.transact(session -> sale(session, "2026-11", "10.00", true));

        assertMonth("2026-11", "0.00", 1, "0.00");
    }

    @Test
    void theNewRowIsJudged() {
        assertThatThrownBy(() -> database.transact(session -> sale(session, "2026-11", "1000000.01", false)))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("1000000.01 in 2026-11");
        assertThat(months()).isEmpty();
    }

    @Test
    void theNewRowIsHeardOf() {
        Heard heard = new Heard(MonthlySales.class);
        RulesIntegrator.listen(database.sessionFactory(), heard);

        database.transact(session -> sale(session, "2026-11", "10.00", false));

        assertThat(heard.during).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(RowChanged.Kind.INSERTED);
            assertThat(change.after("total")).isEqualTo(new BigDecimal("10.00"));
            assertThat(change.before("total")).isNull();
            assertThat(((MonthlySales) change.entity()).saleCount).isEqualTo(1);
        });
    }

    @Test
    void aSoftlyDeletedMonthIsNoMissingOne() {
        database.transact(session -> sale(session, "2026-11", "10.00", true));
        database.transact(session -> session.remove(session.find(MonthlySales.class, "2026-11")));

        assertThatThrownBy(() -> database.transact(session -> sale(session, "2026-11", "1.00", false)))
                .isInstanceOf(ParentMissingException.class)
                .hasMessage("Sale.month refers to MonthlySales 2026-11, which does not exist or is deleted");
    }

    @Test
    void whoWaitsForARowThatIsNotCommittedMakesItThen() throws Exception {
        CountDownLatch inserted = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = executor.submit(() -> {
                try (Session session = database.sessionFactory().openSession()) {
                    session.beginTransaction();
                    sale(session, "2026-11", "1.00", false);
                    session.flush();
                    inserted.countDown();
                    waiting.await();
                    session.getTransaction().rollback();
                }
                return null;
            });
            inserted.await();
            Future<?> second =
                    executor.submit(() -> database.transact(session -> sale(session, "2026-11", "2.00", false)));
            LockWaits.await(database, 1);
            waiting.countDown();
            first.get();
            second.get();
        } finally {
            executor.shutdown();
        }

        assertMonth("2026-11", "2.00", 1, "2.00");
    }

    @Test
    void manyWritersMakeTheSameMonthsOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            int year = 2000 + round;
            CountDownLatch go = new CountDownLatch(1);
            Together.write(WRITERS, writer -> {
                Random random = new Random(writer);
                go.countDown();
                go.await();
                database.transact(session -> {
                    for (int i = 0; i < 6; i++) {
                        sale(session, year + "-0" + (1 + random.nextInt(4)), "1.00", false);
                    }
                    sale(session, year + "-09", "1.00", false);
                });
                return null;
            });
            assertMonth(year + "-09", WRITERS + ".00", WRITERS, "1.00");
        }
        assertThat(months().stream().map(month -> month.total).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(String.valueOf(10 * WRITERS * 7));
        assertThat(months()).allSatisfy(month -> assertThat(month.saleCount)
                .isEqualTo(database.<Long>read(session -> session.createSelectionQuery(
                                        "select count(*) from Sale s where s.month.id = :id", Long.class)
                                .setParameter("id", month.id)
                                .getSingleResult())
                        .intValue()));
    }

    private static List<MonthlySales> months() {
        return database.read(session -> session.createSelectionQuery("from MonthlySales", MonthlySales.class)
                .getResultList());
    }

    private static void assertMonth(String id, String total, int sales, String average) {
        assertThat(months())
                .filteredOn(month -> month.id.equals(id))
                .singleElement()
                .satisfies(month -> {
                    assertThat(month.total).isEqualByComparingTo(total);
                    assertThat(month.saleCount).isEqualTo(sales);
                    assertThat(month.average).isEqualByComparingTo(average);
                });
    }

    private static Sale sale(Session session, String month, String amount, boolean refunded) {
        Sale sale = new Sale();
        sale.month = session.getReference(MonthlySales.class, month);
        sale.amount = new BigDecimal(amount);
        sale.refunded = refunded;
        session.persist(sale);
        return sale;
    }
}
