package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Ids that are given at persist(). */
public final class Generated {

    private Generated() {}

    @Entity
    public static class Visit {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        public UUID id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Patient patient;

        public Integer minutes;

        @Computed("minutes * patient.tariff")
        public Integer fee;
    }

    @Entity
    public static class Patient {
        @Id
        @GeneratedValue
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Ward ward;

        public Integer tariff;

        @OneToMany(mappedBy = "patient", cascade = CascadeType.ALL)
        public List<Visit> visits = new ArrayList<>();

        @SumOf("visits.fee")
        public int fees;

        @CountOf("visits")
        public int visitCount;
    }

    @Entity
    public static class Ward {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        public Long id;

        @OneToMany(mappedBy = "ward")
        public List<Patient> patients = new ArrayList<>();

        @SumOf("patients.fees")
        public int fees;

        @MaxOf("patients.visitCount")
        public Integer mostVisits;
    }
}
