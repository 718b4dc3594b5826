package dev.quipu.rule.engine.wrong;

import dev.quipu.rule.MaxOf;
import dev.quipu.rule.MinOf;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Compares what Java and PostgreSQL order differently. */
@Entity
public class Scale {

    public enum Grade {
        LOW,
        HIGH
    }

    @Id
    public Long id;

    @OneToMany(mappedBy = "scale")
    public List<Weight> weights = new ArrayList<>();

    @MaxOf("weights.named")
    @Enumerated(EnumType.STRING)
    public Grade named;

    @MaxOf("weights.numbered")
    @Enumerated(EnumType.STRING)
    public Grade renamed;

    @MinOf("weights.calibrated")
    public Boolean calibrated;

    @MinOf("weights.mark")
    public UUID mark;

    @MaxOf("weights.lasting")
    public Duration lasting;

    @MaxOf("weights.numbered")
    @Enumerated(EnumType.ORDINAL)
    public Grade numbered;

    @MaxOf("weights.local")
    public LocalDateTime local;

    @MaxOf("weights.time")
    public LocalTime time;

    @MaxOf("weights.instant")
    public Instant instant;

    @MaxOf("weights.offset")
    public OffsetDateTime offset;

    @MaxOf("weights.date")
    public Date date;

    @Entity(name = "Weight")
    public static class Weight {

        @Id
        public Long id;

        @ManyToOne
        public Scale scale;

        @Enumerated(EnumType.STRING)
        public Grade named;

        @Enumerated(EnumType.ORDINAL)
        public Grade numbered;

        public Boolean calibrated;

        public UUID mark;

        public Duration lasting;

        public LocalDateTime local;

        public LocalTime time;

        public Instant instant;

        public OffsetDateTime offset;

        public Date date;
    }
}
