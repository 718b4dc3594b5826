package dev.quipu.bench.model;

import static jakarta.persistence.CascadeType.PERSIST;
import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.SEQUENCE;

import dev.quipu.bench.Purchase;
import dev.quipu.bench.Shop;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CopyOf;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.Invariant;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/** The domain's order model with its rules, and nothing but what a customer says in the code. */
public final class RuledShop implements Shop {

    @Entity
    @Table(name = "customers")
    @Invariant(
            name = "withinCreditLimit",
            value = "balance <= creditLimit",
            message = "balance {balance} exceeds credit limit {creditLimit}")
    public static class Customer {
        @Id
        public Long id;

        @Column(precision = 12, scale = 2)
        public BigDecimal creditLimit;

        @OneToMany(mappedBy = "customer")
        public List<Order> orders = new ArrayList<>();

        @SumOf(value = "orders.amountTotal", where = "shippedOn is null")
        public BigDecimal balance;

        @CountOf("orders")
        public int orderCount;

        @CountOf(value = "orders", where = "shippedOn is null")
        public int openOrderCount;

        @Version
        public int version;
    }

    @Entity
    @Table(name = "products")
    public static class Product {
        @Id
        public Long id;

        @Column(precision = 12, scale = 2)
        public BigDecimal unitPrice;

        public int unitsReceived;

        @OneToMany(mappedBy = "product")
        public List<Item> items = new ArrayList<>();

        @SumOf(value = "items.quantity", where = "shippedOn is not null")
        public int unitsShipped;

        @Computed("unitsReceived - unitsShipped")
        public int unitsInStock;

        @Version
        public int version;
    }

    @Entity
    @Table(name = "orders")
    public static class Order {
        @Id
        @GeneratedValue(strategy = SEQUENCE)
        public Long id;

        @ManyToOne(fetch = LAZY)
        public Customer customer;

        public Instant placedAt = Instant.now();
        public LocalDate shippedOn;

        @OneToMany(mappedBy = "order", cascade = PERSIST)
        public List<Item> items = new ArrayList<>();

        @SumOf("items.amount")
        public BigDecimal amountTotal;

        @CountOf("items")
        public int itemCount;

        @Computed("case when shippedOn is null then 'OPEN' else 'SHIPPED' end")
        public String status;

        @Version
        public int version;
    }

    @Entity
    @Table(name = "order_items")
    public static class Item {
        @Id
        @GeneratedValue(strategy = SEQUENCE)
        public Long id;

        @ManyToOne(fetch = LAZY)
        public Order order;

        @ManyToOne(fetch = LAZY)
        public Product product;

        public int quantity;

        @CopyOf("product.unitPrice")
        @Column(precision = 12, scale = 2)
        public BigDecimal unitPrice;

        @Computed("quantity * unitPrice")
        public BigDecimal amount;

        @Computed("order.shippedOn")
        public LocalDate shippedOn;

        @Version
        public int version;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Customer.class, Product.class, Order.class, Item.class);
    }

    @Override
    public void place(Session session, List<Purchase> purchases) {
        for (Purchase purchase : purchases) {
            Order order = new Order();
            order.customer = session.getReference(Customer.class, purchase.customer());
            order.shippedOn = purchase.shipped() ? LocalDate.now() : null;
            for (Purchase.Line line : purchase.lines()) {
                Item item = new Item();
                item.order = order;
                item.product = session.getReference(Product.class, line.product());
                item.quantity = line.quantity();
                order.items.add(item);
            }
            session.persist(order);
        }
    }
}
