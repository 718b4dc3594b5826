package dev.quipu.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.testing.RuledDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hibernate.HibernateException;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An expression in memory gives what PostgreSQL gives for the same text, over rows with nulls, extremes and awkward scales. More:
 * {@code -Dquipu.expressions=100000 -Dquipu.seed=1}.
 */
class ExpressionTest {

    private static final int ROWS = 40;
    private static RuledDatabase database;
    private static List<Sample> rows;
    private static SessionFactoryImplementor sessionFactory;

    private final long seed = Long.getLong("quipu.seed", 1);
    private final int count = Integer.getInteger("quipu.expressions", 150);

    @BeforeAll
    static void fill() {
        database = RuledDatabase.of(Sample.class);
        sessionFactory = database.sessionFactory().unwrap(SessionFactoryImplementor.class);
        Random random = new Random(1);
        database.transact(session -> {
            for (long id = 0; id < ROWS; id++) {
                session.persist(sample(id, random));
            }
        });
        rows = database.read(session -> session.createSelectionQuery("from Sample order by id", Sample.class)
                .getResultList());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Sample sample(long id, Random random) {
        Sample row = new Sample();
        row.id = id;
        row.whole = maybe(random, random.nextInt(8) == 0 ? Integer.MAX_VALUE : random.nextInt(100) - 50);
        row.big = maybe(random, random.nextInt(8) == 0 ? Long.MIN_VALUE : random.nextInt(2000) - 1000L);
        row.price = maybe(random, BigDecimal.valueOf(random.nextInt(200_000) - 100_000, 2));
        row.rate = maybe(random, BigDecimal.valueOf(random.nextLong(2_000_000_000_000L) - 1_000_000_000_000L, 6));
        row.ratio = maybe(random, (random.nextInt(2000) - 1000) / 8.0);
        row.flag = maybe(random, random.nextBoolean());
        row.day = maybe(random, LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900)));
        row.moment = maybe(random, Instant.ofEpochSecond(random.nextInt()));
        row.name = maybe(random, List.of("ab", "AB", "b", "Ab%", "", "äb").get(random.nextInt(6)));
        row.kind = maybe(random, Sample.Kind.values()[random.nextInt(2)]);
        return row;
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextInt(6) == 0 ? null : value;
    }

    @Test
    void valuesEqualPostgresqls() {
        Random random = new Random(seed);
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (int i = 0; i < count; i++) {
            String text = new RandomExpression(random).number(1 + random.nextInt(3));
            Expression expression = Expression.value(sessionFactory, Sample.class.getName(), text);
            for (Sample row : rows) {
                String memory = inMemory(expression, row);
                String sql = inDatabase("select cast(" + text + " as string) from Sample where id = :id", row);
                compared++;
                if (!same(memory, sql)) {
                    differences.add(text + " for row " + row.id + ": " + memory + ", PostgreSQL: " + sql);
                }
            }
        }
        assertThat(differences)
                .as("seed %d, %d values compared", seed, compared)
                .isEmpty();
    }

    @Test
    void predicatesEqualPostgresqls() {
        Random random = new Random(seed);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = new RandomExpression(random).predicate(1 + random.nextInt(2));
            Expression predicate = Expression.predicate(sessionFactory, Sample.class.getName(), text);
            for (Sample row : rows) {
                String memory = inMemory(predicate, row);
                String sql = inDatabase(
                        "select case when " + text + " then 'true' when not (" + text + ") then 'false' end from Sample"
                                + " where id = :id",
                        row);
                if (!same(memory, sql)) {
                    differences.add(text + " for row " + row.id + ": " + memory + ", PostgreSQL: " + sql);
                }
            }
        }
        assertThat(differences).as("seed %d", seed).isEmpty();
    }

    private static @Nullable String inMemory(Expression expression, Sample row) {
        try {
            Object value = expression.evaluate(state(row), ParentStates.NONE);
            return value instanceof BigDecimal decimal
                    ? decimal.toPlainString()
                    : value == null ? null : value.toString();
        } catch (ArithmeticException e) {
            return "error";
        }
    }

    private static @Nullable String inDatabase(String hql, Sample row) {
        try {
            return database.read(session -> session.createSelectionQuery(hql, String.class)
                    .setParameter("id", row.id)
                    .getSingleResult());
        } catch (HibernateException e) {
            return "error";
        }
    }

    private static boolean same(@Nullable String memory, @Nullable String sql) {
        if (memory == null || sql == null || memory.equals(sql)) {
            return memory == null ? sql == null : memory.equals(sql);
        }
        try {
            return new BigDecimal(memory).compareTo(new BigDecimal(sql)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static @Nullable Object[] state(Sample row) {
        var persister = sessionFactory.getMappingMetamodel().getEntityDescriptor(Sample.class);
        @Nullable Object[] state = new Object[StateLayout.length(persister)];
        System.arraycopy(persister.getValues(row), 0, state, 0, state.length - 1);
        state[StateLayout.idPosition(persister)] = row.id;
        return state;
    }
}
