package dev.quipu.domain;

import static dev.quipu.security.Action.CREATE;
import static dev.quipu.security.Action.DELETE;
import static dev.quipu.security.Action.READ;
import static dev.quipu.security.Action.UPDATE;
import static dev.quipu.security.Grant.ALL;
import static jakarta.persistence.FetchType.LAZY;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CopyOf;
import dev.quipu.security.Grant;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.LocalDate;

/** One product of an order, at the price it had when it was chosen. */
@Entity
@Table(name = "order_items")
@Grant(roles = "admin", attributes = ALL)
@Grant(
        roles = {"user", "moderator"},
        actions = READ,
        where = "order.customer.id = viewer.id",
        attributes = {"order", "product", "quantity", "unitPrice", "amount", "shippedOn"})
@Grant(
        roles = {"user", "moderator"},
        actions = CREATE,
        where = "order.customer.id = viewer.id and order.shippedOn is null",
        attributes = {"order", "product", "quantity"})
@Grant(
        roles = {"user", "moderator"},
        actions = {UPDATE, DELETE},
        where = "order.customer.id = viewer.id and order.shippedOn is null",
        attributes = {"product", "quantity"})
public class OrderItem extends PanacheEntity {

    @ManyToOne(fetch = LAZY, optional = false)
    public Order order;

    @ManyToOne(fetch = LAZY, optional = false)
    public Product product;

    @Min(0)
    public int quantity = 1;

    @CopyOf("product.unitPrice")
    @Column(nullable = false, precision = 12, scale = 2)
    public BigDecimal unitPrice;

    @Computed("quantity * unitPrice")
    @Column(nullable = false)
    public BigDecimal amount;

    @Computed("order.shippedOn")
    public LocalDate shippedOn;

    @Version
    public int version;
}
