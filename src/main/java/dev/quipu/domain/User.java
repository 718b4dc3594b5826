package dev.quipu.domain;

import static dev.quipu.security.Action.READ;
import static dev.quipu.security.Action.UPDATE;
import static dev.quipu.security.Grant.ALL;
import static dev.quipu.security.Grant.SIGNED_IN;
import static jakarta.persistence.CascadeType.REMOVE;
import static jakarta.persistence.FetchType.LAZY;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.account.Account;
import dev.quipu.audit.Audited;
import dev.quipu.model.Hidden;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.Invariant;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Someone who writes posts and places orders. */
@Entity
@Account
@Audited
@Table(name = "users")
@Invariant(
        name = "withinCreditLimit",
        value = "balance <= creditLimit",
        message = "balance {balance} exceeds credit limit {creditLimit}")
@Grant(roles = "admin", attributes = ALL)
@Grant(roles = SIGNED_IN, actions = READ, attributes = "username")
@Grant(
        roles = "moderator",
        actions = READ,
        attributes = {"email", "balance"})
@Grant(
        roles = {"user", "moderator"},
        actions = READ,
        where = "id = viewer.id",
        attributes = {
            "email",
            "role",
            "active",
            "creditLimit",
            "avatar",
            "preferences",
            "createdAt",
            "balance",
            "orderCount",
            "openOrderCount",
            "postCount",
            "lastPostedAt"
        })
@Grant(
        roles = {"user", "moderator"},
        actions = UPDATE,
        where = "id = viewer.id",
        attributes = {"username", "email", "avatar", "preferences"})
public class User extends PanacheEntity {

    @Column(nullable = false, unique = true, length = 64)
    public String username;

    @Column(nullable = false, unique = true, length = 120)
    public String email;

    /** Set by the API's inputs {@code password}, never through a session; see {@link Account}. */
    @Hidden
    @Column(length = 128, updatable = false)
    public String passwordHash;

    @Hidden
    @Column(nullable = false, updatable = false)
    @ColumnDefault("0")
    public int tokenVersion;

    @ManyToOne(fetch = LAZY)
    public Role role;

    public boolean active = true;

    @Column(nullable = false, precision = 12, scale = 2)
    public BigDecimal creditLimit = new BigDecimal("1000.00");

    public byte[] avatar;

    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode preferences;

    @Column(nullable = false)
    public Instant createdAt = Instant.now();

    @OneToMany(mappedBy = "customer", cascade = REMOVE)
    public List<Order> orders = new ArrayList<>();

    @OneToMany(mappedBy = "author", cascade = REMOVE)
    public List<Post> posts = new ArrayList<>();

    @SumOf(value = "orders.amountTotal", where = "shippedOn is null")
    public BigDecimal balance;

    @CountOf("orders")
    public int orderCount;

    @CountOf(value = "orders", where = "shippedOn is null")
    public int openOrderCount;

    @CountOf("posts")
    public int postCount;

    @MaxOf("posts.createdAt")
    public Instant lastPostedAt;

    @Version
    public int version;
}
