package dev.quipu.audit;

import static jakarta.persistence.CascadeType.ALL;
import static jakarta.persistence.FetchType.LAZY;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.model.Hidden;
import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Every kind of stamp and of recorded attribute. */
@Entity
@Audited
@SoftDeletable
@Table(name = "folders")
class Folder {

    @Id
    Long id;

    @Column(length = 10_000)
    String title;

    @Hidden
    String secret;

    @Column(precision = 12, scale = 2)
    BigDecimal fee;

    boolean closed;

    Long places;

    byte[] scan;

    @JdbcTypeCode(SqlTypes.JSON)
    JsonNode tags;

    @ManyToOne(fetch = LAZY)
    Account owner;

    @OneToMany(mappedBy = "folder", cascade = ALL)
    List<Page> pages = new ArrayList<>();

    @SumOf("pages.words")
    int words;

    @MaxOf("pages.createdAt")
    Instant lastPageAt;

    @CreatedAt
    @Column(nullable = false)
    Instant createdAt;

    @UpdatedAt
    @Column(nullable = false)
    OffsetDateTime updatedAt;

    @CreatedBy
    @ManyToOne(fetch = LAZY)
    Account createdBy;

    @UpdatedBy
    String updatedBy;

    Instant deletedAt;

    @Version
    int version;

    Folder() {}

    Folder(long id, String title) {
        this.id = id;
        this.title = title;
    }
}
