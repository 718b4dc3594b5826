package dev.quipu.rule.engine.wrong;

import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.UpdateTimestamp;

/** Reads of its bees what somebody else than the application assigns, and what is stored elsewhere. */
@Entity
@Cacheable
public class Hive {

    @Id
    public Long id;

    @OneToMany(mappedBy = "hive")
    public List<Bee> bees = new ArrayList<>();

    @OneToMany(mappedBy = "hive")
    @SQLRestriction("weight > 0")
    public List<Bee> heavyBees = new ArrayList<>();

    @OneToMany(mappedBy = "twin")
    public List<Bee> twins = new ArrayList<>();

    @MaxOf("bees.created")
    public Instant lastCreated;

    @MaxOf("bees.touched")
    public Instant lastTouched;

    @SumOf("bees.doubled")
    public int doubled;

    @SumOf("bees.given")
    public int given;

    @SumOf("bees.preset")
    public int preset;

    @MaxOf("bees.version")
    public Integer lastVersion;

    @SumOf("bees.weightTwin")
    public int weightTwin;

    @SumOf("bees.fixed")
    public int fixed;

    @SumOf("bees.noted")
    public int noted;

    @SumOf("bees.formula")
    public int formula;

    @CountOf("heavyBees")
    public int heavyBeeCount;

    @CountOf("twins")
    public int twinCount;

    /** Has the same, unread: nobody minds. */
    @Entity(name = "Bee")
    @SecondaryTable(name = "bee_notes")
    @SQLRestriction("weight > 1")
    public static class Bee {

        @Id
        public Long id;

        @ManyToOne
        public Hive hive;

        @ManyToOne
        @JoinColumn(name = "hive_id", insertable = false, updatable = false)
        public Hive twin;

        public Integer weight;

        @CreationTimestamp
        public Instant created;

        @UpdateTimestamp
        public Instant touched;

        @GeneratedColumn("weight * 2")
        public Integer doubled;

        @Generated
        public Integer given;

        @ColumnDefault("1")
        @Column(insertable = false)
        public Integer preset;

        @Version
        public Integer version;

        @Column(name = "weight", insertable = false, updatable = false)
        public Integer weightTwin;

        @Column(updatable = false)
        public Integer fixed;

        @Column(table = "bee_notes")
        public Integer noted;

        @Formula("weight + 1")
        public Integer formula;

        @CreationTimestamp
        public Instant unreadTime;

        @Column(updatable = false)
        public Integer unreadFixed;

        @Formula("weight + 2")
        public Integer unreadFormula;

        @Column(table = "bee_notes")
        public Integer unreadNote;
    }
}
