package dev.quipu.bench.model;

import static jakarta.persistence.CascadeType.PERSIST;
import static jakarta.persistence.FetchType.LAZY;
import static jakarta.persistence.GenerationType.SEQUENCE;

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

/** The entities of {@link RuledShop} without the rules. */
final class PlainModel {

    static final List<Class<?>> ENTITIES = List.of(Customer.class, Product.class, Order.class, Item.class);

    private PlainModel() {}

    @Entity(name = "Customer")
    @Table(name = "customers")
    public static class Customer {
        @Id
        public Long id;

        public BigDecimal creditLimit;
        public BigDecimal balance = BigDecimal.ZERO;
        public int orderCount;
        public int openOrderCount;

        @OneToMany(mappedBy = "customer")
        public List<Order> orders = new ArrayList<>();

        @Version
        public int version;

        void owes(Order order) {
            orderCount++;
            if (order.shippedOn == null) {
                openOrderCount++;
                balance = balance.add(order.amountTotal);
            }
        }
    }

    @Entity(name = "Product")
    @Table(name = "products")
    public static class Product {
        @Id
        public Long id;

        public BigDecimal unitPrice;
        public int unitsReceived;
        public int unitsShipped;
        public int unitsInStock;

        @OneToMany(mappedBy = "product")
        public List<Item> items = new ArrayList<>();

        @Version
        public int version;

        void ships(int quantity) {
            unitsShipped += quantity;
            unitsInStock = unitsReceived - unitsShipped;
        }
    }

    @Entity(name = "Order")
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

        public BigDecimal amountTotal = BigDecimal.ZERO;
        public int itemCount;
        public String status = "OPEN";

        @Version
        public int version;
    }

    @Entity(name = "Item")
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
        public BigDecimal unitPrice;
        public BigDecimal amount = BigDecimal.ZERO;
        public LocalDate shippedOn;

        @Version
        public int version;
    }
}
