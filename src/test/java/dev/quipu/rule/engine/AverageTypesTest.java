package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.rule.AverageOf;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.SumOf;
import dev.quipu.rule.tool.RuleVerification;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Averages of floating-point and of huge numbers, and with conditions that only look alike. */
class AverageTypesTest {

    @Entity
    static class Reading {
        @Id
        Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        Sensor sensor;

        Double value;
        Long ticks;
    }

    @Entity
    static class Sensor {
        @Id
        Long id;

        @OneToMany(mappedBy = "sensor")
        List<Reading> readings = new ArrayList<>();

        @AverageOf("readings.value")
        Double value;

        @AverageOf("readings.ticks")
        BigDecimal ticks;

        @SumOf(value = "readings.ticks", where = "value < 1 or ticks < 9")
        BigDecimal lowSum;

        /** Not the count of what the sum sums: its "and" binds more tightly. */
        @CountOf(value = "readings", where = "value < 1 or ticks < 9 and ticks is not null")
        int lowCount;

        @AverageOf(value = "readings.ticks", where = "value < 1 or ticks < 9")
        BigDecimal low;
    }

    @Test
    void aSimilarConditionIsNotTheSame() {
        try (RuledDatabase sensors = RuledDatabase.of(Sensor.class, Reading.class)) {
            sensors.transact(session -> {
                Sensor sensor = new Sensor();
                sensor.id = 1L;
                session.persist(sensor);
                for (long id = 1; id <= 2; id++) {
                    Reading reading = new Reading();
                    reading.id = id;
                    reading.sensor = sensor;
                    reading.value = 0.5;
                    reading.ticks = id == 1 ? 4L : null;
                    session.persist(reading);
                }
            });
            Sensor sensor = sensors.read(session -> session.find(Sensor.class, 1L));
            assertThat(sensor.lowCount).isEqualTo(2);
            assertThat(sensor.low).isEqualTo("4.00");
        }
    }

    @Test
    void floatingPointAndHugeNumbers() {
        try (RuledDatabase sensors = RuledDatabase.of(Sensor.class, Reading.class)) {
            sensors.transact(session -> {
                Sensor sensor = new Sensor();
                sensor.id = 1L;
                session.persist(sensor);
            });
            for (long id = 1; id <= 3; id++) {
                Reading reading = new Reading();
                reading.id = id;
                reading.value = id == 3 ? 1.5 : 0.25;
                reading.ticks = Long.MAX_VALUE - id;
                sensors.transact(session -> {
                    reading.sensor = session.getReference(Sensor.class, 1L);
                    session.persist(reading);
                });
            }
            Sensor sensor = sensors.read(session -> session.find(Sensor.class, 1L));
            assertThat(sensor.value).isEqualTo(2.0 / 3);
            assertThat(sensor.ticks).isEqualTo("9223372036854775805.00");
            assertThat(new RuleVerification(sensors.sessionFactory()).verify().findings())
                    .isEmpty();
        }
    }
}
