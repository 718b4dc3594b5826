package dev.quipu.db.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quipu.db.reverse.trade.Country;
import dev.quipu.db.reverse.trade.Customer;
import dev.quipu.db.reverse.trade.CustomerPreference;
import dev.quipu.db.reverse.trade.CustomerStatus;
import dev.quipu.db.reverse.trade.LegacyNote;
import dev.quipu.db.reverse.trade.Order;
import dev.quipu.db.reverse.trade.OrderLine;
import dev.quipu.db.reverse.trade.Payment;
import dev.quipu.db.reverse.trade.PaymentMethod;
import dev.quipu.db.reverse.trade.Product;
import dev.quipu.db.reverse.trade.Supplier;
import dev.quipu.testing.RuledDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The imported entities on the database that they come from, with Quipu's rules and without an edit. */
class ImportedEntitiesTest {

    private static TradeDatabase database;
    private static RuledDatabase entities;

    @BeforeAll
    static void start() {
        database = TradeDatabase.make("trade_served");
        entities = TradeEntities.on(database);
    }

    @AfterAll
    static void stop() {
        entities.close();
    }

    @Test
    void keepRowsOfEveryKind() {
        entities.transact(session -> {
            Country country = new Country();
            country.code = "PE";
            country.name = "Peru";
            session.persist(country);
            Order order = order(session, country);
            Payment payment = new Payment();
            payment.order = order;
            payment.amount = new BigDecimal("36.5");
            session.persist(payment);
        });
        entities.transact(session -> {
            Order order = session.createQuery(
                            "from Order o where o.payment = :method and o.user = 'clerk'", Order.class)
                    .setParameter("method", PaymentMethod.CASH)
                    .getSingleResult();
            assertThat(order.id).isGreaterThanOrEqualTo(1000);
            Customer customer = (Customer) Hibernate.unproxy(order.customer);
            assertThat(customer.status).isEqualTo(CustomerStatus.blocked);
            assertThat(customer.createdAt).isEqualTo("2026-11-21T10:15:30Z");
            assertThat(customer.feeling).isEqualTo("very good");
            assertThat(order.orderLines).singleElement().satisfies(line -> {
                assertThat(line.amount).isEqualByComparingTo("36.00");
                Product product = (Product) Hibernate.unproxy(line.product);
                assertThat(product.tags).isEqualTo("{wool,grey}");
                Supplier supplier = (Supplier) Hibernate.unproxy(product.supplier);
                assertThat(((Country) Hibernate.unproxy(supplier.country)).code).isEqualTo("PE");
            });
            assertThat(order.payments).singleElement().satisfies(payment -> assertThat(payment.class_)
                    .isEqualTo((short) 1));
            assertThat(session.find(CustomerPreference.class, customer.id)
                            .settings
                            .get("theme")
                            .asText())
                    .isEqualTo("dark");
            assertThat(session.createNativeQuery("select created_at::text from customers", String.class)
                            .getSingleResult())
                    .isEqualTo("2026-11-21 10:15:30");
            customer.legacyNotes.forEach(session::remove);
            session.remove(customer);
            session.flush();
            assertThat(session.createQuery("from Customer", Customer.class).getResultList())
                    .isEmpty();
            assertThat(session.createNativeQuery("select count(deleted_at) from \"LegacyNotes\"", Long.class)
                            .getSingleResult())
                    .isEqualTo(1);
            session.getTransaction().markRollbackOnly();
        });
    }

    private static Order order(Session session, Country country) {
        Supplier supplier = new Supplier();
        supplier.name = "Cordage";
        supplier.country = country;
        session.persist(supplier);
        Product product = new Product();
        product.name = "Yarn";
        product.supplier = supplier;
        product.unitPrice = new BigDecimal("18.00");
        product.tags = "{wool,grey}";
        session.persist(product);
        Customer customer = new Customer();
        customer.username = "alice";
        customer.email = "alice@example.org";
        customer.createdAt = Instant.parse("2026-11-21T10:15:30Z");
        customer.feeling = "very good";
        customer.status = CustomerStatus.blocked;
        session.persist(customer);
        CustomerPreference preference = new CustomerPreference();
        preference.customer = customer;
        preference.settings = new ObjectMapper().createObjectNode().put("theme", "dark");
        session.persist(preference);
        LegacyNote note = new LegacyNote();
        note.body = "Knots untied.";
        note.customer = customer;
        session.persist(note);
        Order order = new Order();
        order.customer = customer;
        order.payment = PaymentMethod.CASH;
        order.user = "clerk";
        session.persist(order);
        OrderLine line = new OrderLine();
        line.order = order;
        line.product = product;
        line.quantity = 2;
        line.unitPrice = product.unitPrice;
        session.persist(line);
        return order;
    }
}
