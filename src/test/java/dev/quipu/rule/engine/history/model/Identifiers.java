package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.MinOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Ids of every kind, and sums of every kind of number. */
public final class Identifiers {

    private Identifiers() {}

    @Entity
    public static class Reading {
        @Id
        public UUID id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Sensor sensor;

        public Double level;
        public Short ticks;
        public long total;

        @Computed("level * sensor.gain")
        public Double gained;
    }

    @Entity
    public static class Sensor {
        @Id
        @Column(length = 20)
        public String id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Site site;

        public double gain;

        @OneToMany(mappedBy = "sensor")
        public List<Reading> readings = new ArrayList<>();

        @SumOf("readings.level")
        public double level;

        @SumOf("readings.ticks")
        public long ticks;

        @SumOf("readings.total")
        public BigDecimal total;

        @MaxOf("readings.gained")
        public Double peak;

        @MinOf("readings.ticks")
        public Short fewest;
    }

    @Entity
    public static class Site {
        @Id
        public Integer id;

        @OneToMany(mappedBy = "site")
        public List<Sensor> sensors = new ArrayList<>();

        @SumOf("sensors.level")
        public double level;

        @MaxOf("sensors.peak")
        public Double peak;

        @CountOf(value = "sensors", where = "level > 0.5")
        public long busy;
    }
}
