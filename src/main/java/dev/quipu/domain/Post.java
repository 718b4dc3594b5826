package dev.quipu.domain;

import static jakarta.persistence.FetchType.LAZY;

import dev.quipu.model.SoftDeletable;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** A short message. Deleting one hides it, so that it can be restored; it goes for good with its author. */
@Entity
@Table(name = "posts")
@SoftDeletable
public class Post extends PanacheEntity {

    @ManyToOne(fetch = LAZY, optional = false)
    @OnDelete(action = OnDeleteAction.CASCADE)
    public User author;

    @Column(nullable = false, length = 140)
    public String body;

    @Column(nullable = false)
    public Instant createdAt = Instant.now();

    public Instant deletedAt;

    @Version
    public int version;
}
