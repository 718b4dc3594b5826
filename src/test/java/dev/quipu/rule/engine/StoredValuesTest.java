package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.SumOf;
import dev.quipu.rule.tool.RuleVerification;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules judge what a column will hold, not what an application has assigned: times are rounded, zones and signs of 0 get lost. */
class StoredValuesTest {

    @Entity(name = "Race")
    static class Race {
        @Id
        @GeneratedValue
        Long id;

        @OneToMany(mappedBy = "race")
        List<Lap> laps = new ArrayList<>();

        @CountOf(value = "laps", where = "finished > due")
        int late;

        @CountOf(value = "laps", where = "wholeSeconds > finished")
        int roundedUp;

        @CountOf(value = "laps", where = "distance = 0")
        int standing;

        @CountOf(value = "laps", where = "-distance = 0")
        int turned;

        @SumOf("laps.distance")
        double distance;

        @MaxOf("laps.finished")
        Instant finished;

        @MaxOf("laps.local")
        @Column(name = "local_time_of_day")
        LocalDateTime local;

        @MaxOf("laps.time")
        @Column(name = "time_of_day")
        LocalTime time;

        @MaxOf("laps.offset")
        @Column(name = "with_offset")
        OffsetDateTime offset;

        @MaxOf("laps.wholeSeconds")
        @Column(secondPrecision = 0)
        Instant wholeSeconds;
    }

    @Entity(name = "Lap")
    static class Lap {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        Race race;

        Instant due;
        Instant finished;

        @Column(secondPrecision = 0)
        Instant wholeSeconds;

        @Column(name = "local_time_of_day")
        LocalDateTime local;

        @Column(name = "time_of_day")
        LocalTime time;

        @Column(name = "with_offset")
        OffsetDateTime offset;

        double distance = 1;
    }

    static final RuledDatabase database = RuledDatabase.of(Race.class, Lap.class);

    final Race race = new Race();

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void whatIsRoundedToTheSameMomentIsNotLate() {
        run(lap -> {
            lap.due = Instant.parse("2026-01-01T00:00:00.000000100Z");
            lap.finished = Instant.parse("2026-01-01T00:00:00.000000300Z");
        });

        assertThat(stored().late).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01T12:00:00.4999995Z", "1999-01-01T12:00:00.500000Z", "2026-01-01T12:00:00.5Z"})
    void wholeSecondsAreRoundedAsPostgresqlDoes(String time) {
        run(lap -> {
            lap.wholeSeconds = Instant.parse(time);
            lap.finished = lap.wholeSeconds;
        });

        verified();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01T10:00:00.0000005",
                "2026-01-01T10:00:00.1234567",
                "1969-01-01T10:00:00.1234565",
                "2026-01-01T23:59:59.9999999"
            })
    void theLargestOfRoundedTimesCanLeave(String text) {
        LocalDateTime time = LocalDateTime.parse(text);
        run(lap -> at(lap, time.minusHours(1)), lap -> at(lap, time));
        verified();

        database.transact(
                session -> session.createSelectionQuery("from Lap where race.id = ?1 order by id desc", Lap.class)
                        .setParameter(1, race.id)
                        .setMaxResults(1)
                        .getResultList()
                        .forEach(session::remove));

        verified();
        assertThat(stored().local).isBefore(time.minusMinutes(59));
    }

    @Test
    void theSameMomentElsewhereIsTheSame() {
        run(lap -> lap.offset = OffsetDateTime.parse("2026-01-01T12:00:00+05:00"));
        run(lap -> lap.offset = OffsetDateTime.parse("2026-01-01T02:00:00-05:00"));

        database.transact(session -> session.createSelectionQuery("from Lap where race.id = ?1", Lap.class)
                .setParameter(1, race.id)
                .getResultList()
                .forEach(session::remove));

        assertThat(stored().offset).isNull();
    }

    @Test
    void minusNothingIsNothing() {
        run(lap -> lap.distance = -0.0, lap -> lap.distance = 0.0);

        assertThat(stored().standing).isEqualTo(2);
        assertThat(stored().turned).isEqualTo(2);
        verified();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatCannotBeSummedIsRefused(double distance) {
        assertThatThrownBy(() -> run(lap -> lap.distance = distance))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("Race.distance")
                .hasMessageContaining(distance + " is no finite number");
    }

    @Test
    void aSumBeyondEveryDoubleIsRefused() {
        assertThatThrownBy(() -> run(lap -> lap.distance = 1e308, lap -> lap.distance = 1e308))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("Race.distance");
    }

    private static void at(Lap lap, LocalDateTime time) {
        lap.local = time;
        lap.time = time.toLocalTime();
        lap.finished = time.toInstant(ZoneOffset.UTC);
        lap.offset = time.atOffset(ZoneOffset.ofHours(3));
    }

    @SafeVarargs
    private void run(Consumer<Lap>... laps) {
        database.transact(session -> {
            Race present = race.id == null ? race : session.find(Race.class, race.id);
            session.persist(present);
            for (Consumer<Lap> each : laps) {
                Lap lap = new Lap();
                lap.race = present;
                each.accept(lap);
                session.persist(lap);
            }
        });
    }

    private Race stored() {
        return database.read(session -> session.find(Race.class, race.id));
    }

    private static void verified() {
        assertThat(new RuleVerification(database.sessionFactory())
                        .verify()
                        .findings()
                        .toList())
                .isEmpty();
    }
}
