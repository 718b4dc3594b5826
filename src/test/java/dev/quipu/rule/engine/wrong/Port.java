package dev.quipu.rule.engine.wrong;

import dev.quipu.rule.CountOf;
import dev.quipu.rule.Invariant;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SQLRestriction;

/** Counts ships that the database moves and sinks by itself. */
@Entity
@Invariant(name = "room", value = "shipCount < 10", message = "The port is full.")
@Invariant(name = "room", value = "shipCount >= 0", message = "The port is empty.")
public class Port {

    @Id
    public Long id;

    @Column(unique = true)
    public String code;

    @OneToMany(mappedBy = "port")
    public List<Ship> ships = new ArrayList<>();

    @OneToMany(mappedBy = "fallback")
    public List<Ship> fallbackShips = new ArrayList<>();

    @OneToMany(mappedBy = "byCode")
    public List<Ship> shipsByCode = new ArrayList<>();

    @CountOf("ships")
    public int shipCount;

    @CountOf("fallbackShips")
    public int fallbackCount;

    @CountOf("shipsByCode")
    public int countByCode;

    @Entity(name = "Ship")
    public static class Ship {

        @Id
        public Long id;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.SET_NULL)
        public Port port;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.SET_DEFAULT)
        public Port fallback;

        @ManyToOne
        @JoinColumn(referencedColumnName = "code")
        public Port byCode;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        public Owner owner;

        @ManyToOne
        public Owner insurer;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.SET_NULL)
        public Owner unread;
    }

    /** Does not itself ask for the deletion of what it insures; its collection does. */
    @Entity(name = "Owner")
    public static class Owner {

        @Id
        public Long id;

        @OneToMany(mappedBy = "insurer")
        @OnDelete(action = OnDeleteAction.CASCADE)
        public List<Ship> insured = new ArrayList<>();
    }

    /** Nothing of it is read by a rule. */
    @Entity(name = "Lighthouse")
    @Cacheable
    @SQLRestriction("id > 0")
    public static class Lighthouse {

        @Id
        public Long id;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.SET_NULL)
        public Port port;
    }

    /** Is counted through the one reference with which it goes. */
    @Entity(name = "Pier")
    public static class Pier {

        @Id
        public Long id;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        public Quay quay;
    }

    @Entity(name = "Quay")
    public static class Quay {

        @Id
        public Long id;

        @OneToMany(mappedBy = "quay")
        public List<Pier> piers = new ArrayList<>();

        @CountOf("piers")
        public int pierCount;
    }
}
