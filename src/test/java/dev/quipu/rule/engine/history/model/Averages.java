package dev.quipu.rule.engine.history.model;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.AverageOf;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Averages by themselves and beside their sum and count, over values that may be null, of averages, and of floating-point numbers. */
public final class Averages {

    private Averages() {}

    @SoftDeletable
    @Entity
    public static class Review {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Book book;

        public int stars;
        public Integer minutes;

        @Column(precision = 12, scale = 3)
        public BigDecimal price;

        public boolean verified;
        public Instant deletedAt;
    }

    @Entity
    public static class Book {
        @Id
        public Long id;

        @Version
        public int version;

        @ManyToOne(fetch = FetchType.LAZY)
        public Author author;

        @OneToMany(mappedBy = "book", cascade = CascadeType.ALL)
        public List<Review> reviews = new ArrayList<>();

        @AverageOf("reviews.price")
        public BigDecimal price;

        @AverageOf(value = "reviews.minutes", where = "verified")
        public Double minutes;

        @SumOf("reviews.stars")
        public long starSum;

        @CountOf("reviews")
        public int reviewCount;

        @AverageOf("reviews.stars")
        @Column(precision = 9, scale = 4)
        public BigDecimal stars;

        @SumOf(value = "reviews.minutes", where = "not verified or stars > 3")
        public int doubtfulMinutes;

        @CountOf(value = "reviews", where = "(not verified or stars > 3) and minutes is not null")
        public int doubtful;

        @AverageOf(value = "reviews.minutes", where = "not verified or stars > 3")
        @Column(precision = 12, scale = 1)
        public BigDecimal averageDoubtful;

        @Computed("stars * 10")
        public BigDecimal percent;
    }

    @Entity
    public static class Author {
        @Id
        public Long id;

        @OneToMany(mappedBy = "author")
        public List<Book> books = new ArrayList<>();

        @AverageOf("books.stars")
        @Column(precision = 9, scale = 2)
        public BigDecimal stars;

        @AverageOf("books.reviewCount")
        public Double reviewsPerBook;

        @MaxOf("books.price")
        public BigDecimal dearest;
    }
}
