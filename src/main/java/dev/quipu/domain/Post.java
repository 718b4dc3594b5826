package dev.quipu.domain;

import static dev.quipu.security.Action.CREATE;
import static dev.quipu.security.Action.DELETE;
import static dev.quipu.security.Action.READ;
import static dev.quipu.security.Action.RESTORE;
import static dev.quipu.security.Action.UPDATE;
import static dev.quipu.security.Grant.ALL;
import static dev.quipu.security.Grant.SIGNED_IN;
import static jakarta.persistence.FetchType.LAZY;

import dev.quipu.model.SoftDeletable;
import dev.quipu.security.Grant;
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
@Grant(roles = "admin", attributes = ALL)
@Grant(
        roles = "moderator",
        actions = {DELETE, RESTORE})
@Grant(
        roles = SIGNED_IN,
        actions = READ,
        attributes = {"author", "body", "createdAt"})
@Grant(
        roles = {"user", "moderator"},
        actions = CREATE,
        where = "author.id = viewer.id",
        attributes = {"author", "body"})
@Grant(
        roles = {"user", "moderator"},
        actions = {UPDATE, DELETE},
        where = "author.id = viewer.id",
        attributes = "body")
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
