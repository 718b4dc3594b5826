package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.Invariant;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Invariants over own, summed and live attributes. */
public final class Limits {

    private Limits() {}

    @Entity
    public static class Entry {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        public Account account;

        public BigDecimal amount;
    }

    @Invariant(name = "covered", value = "balance <= ceiling", message = "{balance} is above {ceiling}")
    @Invariant(name = "fewEntries", value = "entryCount < 6 or frozen", message = "{entryCount} entries")
    @Entity
    public static class Account {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Bank bank;

        public int units;
        public Boolean frozen;

        @OneToMany(mappedBy = "account")
        public List<Entry> entries = new ArrayList<>();

        @SumOf("entries.amount")
        public BigDecimal balance;

        @CountOf("entries")
        public int entryCount;

        @Computed("units * bank.unit")
        public BigDecimal ceiling;
    }

    @Invariant(name = "solvent", value = "exposure <= reserve", message = "{exposure} is above {reserve}")
    @Entity
    public static class Bank {
        @Id
        public Long id;

        public BigDecimal unit;
        public BigDecimal reserve;

        @OneToMany(mappedBy = "bank")
        public List<Account> accounts = new ArrayList<>();

        @SumOf("accounts.balance")
        public BigDecimal exposure;
    }
}
