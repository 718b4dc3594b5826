package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.change.SoftDeletion;
import dev.quipu.rule.engine.history.Histories;
import dev.quipu.rule.engine.history.model.Averages.Author;
import dev.quipu.rule.engine.history.model.Averages.Book;
import dev.quipu.rule.engine.history.model.Averages.Review;
import dev.quipu.rule.tool.RuleVerification;
import dev.quipu.testing.RuledDatabase;
import dev.quipu.testing.Together;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Averages: {@code price} by itself, {@code stars} beside their sum and count. */
class AverageTest {

    private RuledDatabase database;

    @BeforeEach
    void seed() {
        database = RuledDatabase.of(Histories.entities("Averages", false));
        database.transact(session -> {
            Author author = new Author();
            author.id = 1L;
            session.persist(author);
            for (long id = 1; id <= 2; id++) {
                Book book = new Book();
                book.id = id;
                book.author = author;
                session.persist(book);
            }
            review(session, 1, 1, 5, "10.000");
            review(session, 2, 1, 4, "0.005");
            review(session, 3, 1, 4, null);
        });
    }

    @AfterEach
    void close() {
        assertThat(new RuleVerification(database.sessionFactory()).verify().findings())
                .isEmpty();
        database.close();
    }

    private static Review review(Session session, long id, long book, int stars, String price) {
        Review review = new Review();
        review.id = id;
        review.book = session.getReference(Book.class, book);
        review.stars = stars;
        review.price = price == null ? null : new BigDecimal(price);
        session.persist(review);
        return review;
    }

    private void expect(long book, String stars, String price) {
        assertThat(this.<BigDecimal>read(book, found -> found.stars))
                .isEqualTo(stars == null ? null : new BigDecimal(stars));
        assertThat(this.<BigDecimal>read(book, found -> found.price))
                .isEqualTo(price == null ? null : new BigDecimal(price));
    }

    private <T> T read(long book, Function<Book, T> attribute) {
        return database.read(session -> attribute.apply(session.find(Book.class, book)));
    }

    @Test
    void roundsAsTheDatabaseDoes() {
        expect(1, "4.3333", "5.00");
        expect(2, null, null);
        database.transact(session -> session.find(Review.class, 2L).price = new BigDecimal("0.010"));
        expect(1, "4.3333", "5.01");
        assertThat(database.<BigDecimal>read(session -> session.find(Author.class, 1L).stars))
                .isEqualTo("4.33");
    }

    @Test
    void valuesAndNullsComeAndGo() {
        database.transact(session -> {
            session.find(Review.class, 3L).price = new BigDecimal("2.000");
            session.find(Review.class, 1L).price = null;
        });
        expect(1, "4.3333", "1.00");
    }

    @Test
    void aZeroCountsToo() {
        database.transact(session -> review(session, 4, 1, 0, "0.000"));
        expect(1, "3.2500", "3.34");
    }

    @Test
    void reviewsMove() {
        database.transact(session -> session.find(Review.class, 1L).book = session.getReference(Book.class, 2L));
        expect(1, "4.0000", "0.01");
        expect(2, "5.0000", "10.00");
    }

    @Test
    void theLastOneLeavesNull() {
        database.transact(session -> {
            session.remove(session.find(Review.class, 1L));
            session.flush();
            session.remove(session.find(Review.class, 2L));
            session.remove(session.find(Review.class, 3L));
        });
        expect(1, null, null);
        database.transact(session -> SoftDeletion.restore(
                session, Models.of(database.sessionFactory()).entity(Review.class), 2L));
        expect(1, "4.0000", "0.01");
    }

    @Test
    void severalFlushesCountOnce() {
        database.transact(session -> {
            Review added = review(session, 4, 1, 1, "5.000");
            session.flush();
            added.price = new BigDecimal("20.000");
            session.flush();
            added.stars = 3;
        });
        expect(1, "4.0000", "10.00");
    }

    @Test
    void sumAndCountSpareReadingTheChildren() {
        RuledEntity book = RulePlan.of(database.sessionFactory()).entity(Book.class.getName());
        assertThat(book.locals.stream().map(rule -> rule.target().name()))
                .containsExactlyInAnyOrder("stars", "averageDoubtful", "percent");
        assertThat(queriesOf(session -> session.find(Review.class, 3L).stars = 1))
                .as("the author's average of the books alone")
                .isEqualTo(1);
        expect(1, "3.3333", "5.00");
    }

    @Test
    void nothingIsReadWhereSumAndCountStay() {
        assertThat(queriesOf(session -> {
                    session.find(Review.class, 1L).price = new BigDecimal("0.005");
                    session.find(Review.class, 2L).price = new BigDecimal("10.000");
                }))
                .isZero();
        assertThat(queriesOf(session -> session.find(Review.class, 1L).price = new BigDecimal("1.000")))
                .isEqualTo(1);
    }

    /** How many HQL queries the rules need. */
    private long queriesOf(Consumer<Session> work) {
        var statistics = database.sessionFactory().getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        database.transact(work);
        return statistics.getQueryExecutionCount();
    }

    @Test
    void writersOfOneBookAllCount() throws Exception {
        Together.write(6, number -> write(number + 1));
        assertThat(this.<Integer>read(1, book -> book.reviewCount)).isEqualTo(3 + 6 * 15);
    }

    /** Adds twenty reviews, changes the price of each, and takes five away again. */
    private Object write(int writer) {
        Random random = new Random(writer);
        for (int i = 0; i < 20; i++) {
            long id = writer * 100L + i;
            database.transact(session ->
                    review(session, id, 1, random.nextInt(6), random.nextInt(9999) + ".00" + random.nextInt(10)));
            database.transact(session -> session.find(Review.class, id).price =
                    random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(9999), 3));
            if (i % 4 == 3) {
                database.transact(session -> session.remove(session.find(Review.class, id)));
            }
        }
        return writer;
    }
}
