package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CopyOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Copies of base and of derived attributes of a parent, and what is computed from them. */
public final class Copies {

    private Copies() {}

    @Entity
    public static class Sale {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Article article;

        public Integer quantity;

        @CopyOf("article.price")
        public BigDecimal price;

        @CopyOf("article.name")
        public String name;

        @CopyOf("article.stock")
        public Integer stockThen;

        @Computed("quantity * price")
        public BigDecimal amount;
    }

    @Entity
    public static class Article {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Maker maker;

        public BigDecimal price;
        public String name;
        public int received;

        @OneToMany(mappedBy = "article")
        public List<Sale> sales = new ArrayList<>();

        @SumOf("sales.quantity")
        public int sold;

        @Computed("received - sold")
        public int stock;

        @SumOf("sales.amount")
        public BigDecimal revenue;

        @CopyOf("maker.country")
        public String country;
    }

    @Entity
    public static class Maker {
        @Id
        public Long id;

        public String country;

        @OneToMany(mappedBy = "maker")
        public List<Article> articles = new ArrayList<>();

        @SumOf("articles.revenue")
        public BigDecimal revenue;
    }
}
