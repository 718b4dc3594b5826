package dev.quipu.domain;

import static dev.quipu.security.Action.CREATE;
import static dev.quipu.security.Action.READ;
import static dev.quipu.security.Action.UPDATE;
import static dev.quipu.security.Grant.ALL;
import static jakarta.persistence.CascadeType.PERSIST;
import static jakarta.persistence.CascadeType.REMOVE;
import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.FetchType.LAZY;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.SumOf;
import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.hibernate.Length;

/** What a customer wants at one time. It weighs on the customer's balance until it is shipped. */
@Entity
@Table(name = "orders")
@Grant(roles = "admin", attributes = ALL)
@Grant(
        roles = {"user", "moderator"},
        actions = READ,
        where = "customer.id = viewer.id",
        attributes = {
            "customer",
            "placedAt",
            "requiredOn",
            "shippedOn",
            "note",
            "amountTotal",
            "itemCount",
            "status",
            "overdue"
        })
@Grant(
        roles = {"user", "moderator"},
        actions = CREATE,
        where = "customer.id = viewer.id and shippedOn is null",
        attributes = {"customer", "requiredOn", "note"})
@Grant(
        roles = {"user", "moderator"},
        actions = UPDATE,
        where = "customer.id = viewer.id and shippedOn is null",
        attributes = {"requiredOn", "note"})
public class Order extends PanacheEntity {

    @ManyToOne(fetch = LAZY, optional = false)
    public User customer;

    @Column(nullable = false)
    public Instant placedAt = Instant.now();

    public LocalDate requiredOn;

    public LocalDate shippedOn;

    @Column(length = Length.LONG32)
    public String note;

    @OneToMany(
            mappedBy = "order",
            cascade = {PERSIST, REMOVE},
            orphanRemoval = true)
    public List<OrderItem> items = new ArrayList<>();

    @SumOf("items.amount")
    public BigDecimal amountTotal;

    @CountOf("items")
    public int itemCount;

    @Enumerated(STRING)
    @Column(nullable = false)
    @Computed("case when shippedOn is null then 'OPEN' else 'SHIPPED' end")
    public OrderStatus status;

    @Version
    public int version;

    /** It depends on the day on which it is asked for, so no rule keeps it. */
    @Description("Whether it should have been shipped by today.")
    public boolean isOverdue() {
        return shippedOn == null && requiredOn != null && requiredOn.isBefore(LocalDate.now(ZoneOffset.UTC));
    }
}
