package dev.quipu.rule.engine.interleaving;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CopyOf;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.Invariant;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.MinOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.NullUnmarked;

/** Every kind of rule over three levels; unversioned rows but for parcels, so that little is settled by a version conflict. */
@NullUnmarked
public final class Haulage {

    private Haulage() {}

    static final Class<?>[] ENTITIES = {Depot.class, Truck.class, Crate.class, Parcel.class};

    @Entity
    @Table(name = "depots")
    public static class Depot {
        @Id
        public Long id;

        @OneToMany(mappedBy = "depot")
        public List<Truck> trucks = new ArrayList<>();

        @SumOf("trucks.total")
        public int total;

        @CountOf("trucks")
        public int truckCount;

        @MaxOf("trucks.heaviest")
        public Integer heaviest;
    }

    @Invariant(name = "notOverloaded", value = "load + parcelLoad <= capacity", message = "{load} of {capacity}")
    @Entity
    @Table(name = "trucks")
    public static class Truck {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Depot depot;

        public int rate;
        public int capacity;

        @OneToMany(mappedBy = "truck", cascade = CascadeType.ALL, orphanRemoval = true)
        public List<Crate> crates = new ArrayList<>();

        @OneToMany(mappedBy = "truck", cascade = CascadeType.ALL)
        public List<Parcel> parcels = new ArrayList<>();

        @SumOf("crates.weight")
        public int load;

        @SumOf(value = "crates.charge", where = "weight > 3")
        public int charge;

        @CountOf("crates")
        public int crateCount;

        @MaxOf("crates.weight")
        public Integer heaviest;

        @MinOf("crates.weight")
        public Integer lightest;

        @SumOf("parcels.weight")
        public int parcelLoad;

        @SumOf("parcels.charge")
        public int parcelCharge;

        @MaxOf("parcels.weight")
        public Integer heaviestParcel;

        @Computed("charge + parcelCharge")
        public int total;
    }

    @Entity
    @Table(name = "crates")
    public static class Crate {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Truck truck;

        public int weight;

        @Computed("weight * truck.rate")
        public Integer charge;

        @CopyOf("truck.rate")
        public Integer rateAtLoading;
    }

    @SoftDeletable
    @Entity
    @Table(name = "parcels")
    public static class Parcel {
        @Id
        public Long id;

        @Version
        public int version;

        @ManyToOne(fetch = FetchType.LAZY)
        @OnDelete(action = OnDeleteAction.CASCADE)
        public Truck truck;

        public int weight;
        public Instant deletedAt;

        @Computed("weight * truck.rate")
        public Integer charge;
    }
}
