package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** An entity that hands down to itself, with children that read it and a sum above. */
public final class Descent {

    private Descent() {}

    @Entity
    public static class Document {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Folder folder;

        @ManyToOne(fetch = FetchType.LAZY)
        public Disk disk;

        public Integer size;

        @Computed("folder.currency")
        public String currency;

        @Computed("size * (1 + coalesce(folder.depth, 0))")
        public Integer cost;
    }

    @Entity
    public static class Folder {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Folder parent;

        @OneToMany(mappedBy = "folder")
        public List<Document> documents = new ArrayList<>();

        public String ownCurrency;

        @Computed("coalesce(ownCurrency, parent.currency)")
        public String currency;

        @Computed("coalesce(parent.depth, 0) + 1")
        public int depth;

        @CountOf(value = "documents", where = "currency is null")
        public int priceless;
    }

    @Entity
    public static class Disk {
        @Id
        public Long id;

        @OneToMany(mappedBy = "disk")
        public List<Document> documents = new ArrayList<>();

        @SumOf("documents.cost")
        public long cost;

        @SumOf(value = "documents.cost", where = "currency = 'd'")
        public long costInD;
    }
}
