package dev.quipu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.audit.AuditRecord;
import dev.quipu.audit.Audited;
import dev.quipu.audit.UpdatedAt;
import dev.quipu.audit.UpdatedBy;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hibernate.annotations.Immutable;
import org.junit.jupiter.api.Test;

/**
 * What stamps and audit cost: 1,000 rows are read and changed in one transaction, with neither, with stamps, and with both, in turns.
 * {@code ./mvnw -Dquick -Dtest=AuditBenchmark test} prints the medians of the rounds' ratios; no time makes it fail.
 */
class AuditBenchmark {

    private static final int ROWS = 1_000;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 41;

    @MappedSuperclass
    static class Ware {
        @Id
        Long id;

        String name = "spindle";

        BigDecimal price = BigDecimal.ONE;

        @Version
        int version;
    }

    @Entity(name = "Bare")
    static class Bare extends Ware {}

    @Entity(name = "Stamped")
    static class Stamped extends Ware {
        @UpdatedAt
        Instant updatedAt;

        @UpdatedBy
        String updatedBy;
    }

    @Entity(name = "Trailed")
    @Audited
    static class Trailed extends Ware {
        @UpdatedAt
        Instant updatedAt;

        @UpdatedBy
        String updatedBy;
    }

    @Entity(name = "Trail")
    @Immutable
    static class Trail extends AuditRecord {}

    @Test
    void compare() throws Exception {
        try (RuledDatabase database = RuledDatabase.of(Bare.class, Stamped.class, Trailed.class, Trail.class)) {
            for (Class<? extends Ware> type :
                    List.<Class<? extends Ware>>of(Bare.class, Stamped.class, Trailed.class)) {
                plant(database, type);
            }
            List<Double> bare = new ArrayList<>();
            List<Double> stamps = new ArrayList<>();
            List<Double> both = new ArrayList<>();
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double base = millis(database, Bare.class);
                double stamped = millis(database, Stamped.class);
                double trailed = millis(database, Trailed.class);
                if (round >= 0) {
                    bare.add(base);
                    stamps.add(stamped / base);
                    both.add(trailed / base);
                }
            }
            System.out.printf(
                    "%d changes in a transaction: %.1f ms; with stamps %.2f times that, with stamps and audit %.2f%n",
                    ROWS, median(bare), median(stamps), median(both));
            assertThat(database.<Long>read(session -> session.createQuery(
                                    "select count(*) from Trail where action = UPDATE", Long.class)
                            .getSingleResult()))
                    .isEqualTo((long) (WARM_UP + ROUNDS) * ROWS);
        }
    }

    private static void plant(RuledDatabase database, Class<? extends Ware> type) throws Exception {
        var constructor = type.getDeclaredConstructor();
        database.sessionFactory().inTransaction(session -> {
            for (long id = 1; id <= ROWS; id++) {
                try {
                    Ware ware = constructor.newInstance();
                    ware.id = id;
                    session.persist(ware);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    private static double millis(RuledDatabase database, Class<? extends Ware> type) {
        long start = System.nanoTime();
        database.transact(session -> session.createQuery("from " + type.getSimpleName(), type)
                .getResultList()
                .forEach(ware -> ware.price = ware.price.add(BigDecimal.ONE)));
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().flatMapToDouble(DoubleStream::of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
