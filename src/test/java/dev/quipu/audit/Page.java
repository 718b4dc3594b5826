package dev.quipu.audit;

import static jakarta.persistence.FetchType.LAZY;

import dev.quipu.model.SoftDeletable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is in a folder. */
@Entity
@Audited
@SoftDeletable
@Table(name = "pages")
class Page {

    @Id
    Long id;

    @ManyToOne(fetch = LAZY)
    Folder folder;

    int words;

    @CreatedAt
    Instant createdAt;

    @UpdatedBy
    Long updatedBy;

    Instant deletedAt;

    Page() {}

    Page(long id, Folder folder, int words) {
        this.id = id;
        this.folder = folder;
        this.words = words;
    }
}
