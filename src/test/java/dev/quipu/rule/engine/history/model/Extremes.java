package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.MinOf;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Minima and maxima with conditions, ties and nulls, and extremes of extremes. */
public final class Extremes {

    private Extremes() {}

    @Entity
    public static class Bid {
        @Id
        public Long id;

        @Version
        public long version;

        @ManyToOne(fetch = FetchType.LAZY)
        public Auction auction;

        public BigDecimal price;
        public LocalDate placedOn;
        public boolean withdrawn;
    }

    @Entity
    public static class Auction {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        public House house;

        @OneToMany(mappedBy = "auction", cascade = CascadeType.ALL)
        public List<Bid> bids = new ArrayList<>();

        @MaxOf(value = "bids.price", where = "not withdrawn")
        public BigDecimal highest;

        @MinOf("bids.price")
        public BigDecimal lowest;

        @MinOf(value = "bids.placedOn", where = "price is not null")
        public LocalDate firstOn;

        @Computed("highest - lowest")
        public BigDecimal spread;
    }

    @Entity
    public static class House {
        @Id
        public Long id;

        @OneToMany(mappedBy = "house")
        public List<Auction> auctions = new ArrayList<>();

        @MaxOf("auctions.highest")
        public BigDecimal highest;

        @MinOf(value = "auctions.lowest", where = "highest is not null")
        public BigDecimal lowest;

        @MaxOf("auctions.firstOn")
        public LocalDate latestStart;

        @MaxOf("auctions.spread")
        public BigDecimal widest;

        @CountOf(value = "auctions", where = "highest is null")
        public int unsold;
    }
}
