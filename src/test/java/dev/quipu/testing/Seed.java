package dev.quipu.testing;

import dev.quipu.domain.Order;
import dev.quipu.domain.OrderItem;
import dev.quipu.domain.Post;
import dev.quipu.domain.Product;
import dev.quipu.domain.Role;
import dev.quipu.domain.User;
import dev.quipu.testing.Tables.RowName;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Two customers, eleven products and six orders, saved through the entities, so that the rules make what they derive. */
@Singleton
public class Seed {

    @Inject
    DataSource dataSource;

    private final Map<String, RowName> rows = new HashMap<>();
    private Tables before;

    /** Empties the tables and fills them again. */
    public void plant() throws SQLException {
        rows.clear();
        new Database(dataSource).clear();
        Map<String, PanacheEntity> entities = new HashMap<>();
        QuarkusTransaction.requiringNew().run(() -> save(entities));
        entities.forEach((name, entity) -> rows.put(name, new RowName(table(entity), entity.id)));
        remember();
    }

    /** Counts changes from now on, as when a test has prepared something. */
    public void remember() {
        before = Tables.read(dataSource);
    }

    /** How the tables differ from what they were. */
    public Changes changes() {
        return Changes.between(before, Tables.read(dataSource), rows::get);
    }

    /** A row as it was. */
    public Map<String, String> row(String name) {
        return before.rows().get(rows.get(name));
    }

    /** A row as it is. */
    public Map<String, String> now(String name) {
        return Tables.read(dataSource).rows().get(rows.get(name));
    }

    /** A row by its name: {@code ALFKI}, {@code buyer}, {@code product 58}, {@code B}, {@code B/58} for an item, {@code post 1}. */
    public RowName name(String name) {
        return rows.get(name);
    }

    public long id(String name) {
        return name(name).id();
    }

    private static void save(Map<String, PanacheEntity> entities) {
        Role buyer = role("buyer");
        entities.put("buyer", buyer);
        entities.put("clerk", role("clerk"));
        User alfki = user("ALFKI", "2000.00", buyer);
        User anatr = user("ANATR", "1000.00", null);
        entities.put("ALFKI", alfki);
        entities.put("ANATR", anatr);
        entities.put("post 1", post(alfki, "hello"));
        entities.put("post 2", post(alfki, "world"));
        product(entities, 1, "18.00", 39);
        product(entities, 2, "19.00", 17);
        product(entities, 28, "45.60", 41);
        product(entities, 39, "18.00", 90);
        product(entities, 46, "12.00", 97);
        product(entities, 48, "12.75", 15);
        product(entities, 58, "13.25", 62);
        product(entities, 69, "28.80", 27);
        product(entities, 70, "12.00", 20);
        product(entities, 71, "21.50", 26);
        product(entities, 99, "0.01", 200000);
        order(entities, "A", alfki, LocalDate.of(2013, 9, 2), 28, 15, 39, 21, 46, 2);
        order(entities, "B", alfki, null, 58, 40, 71, 20);
        order(entities, "C", alfki, null, 1, 1, 2, 2);
        order(entities, "D", alfki, null);
        order(entities, "E", alfki, null);
        order(entities, "F", anatr, LocalDate.of(2012, 9, 24), 69, 1, 70, 5);
    }

    private static Role role(String name) {
        Role role = new Role();
        role.name = name;
        role.persist();
        return role;
    }

    private static User user(String name, String creditLimit, Role role) {
        User user = new User();
        user.username = name;
        user.email = name + "@example.org";
        user.creditLimit = new BigDecimal(creditLimit);
        user.role = role;
        user.persist();
        return user;
    }

    private static Post post(User author, String body) {
        Post post = new Post();
        post.author = author;
        post.body = body;
        post.persist();
        return post;
    }

    private static void product(Map<String, PanacheEntity> entities, int number, String unitPrice, int unitsReceived) {
        Product product = new Product();
        product.name = "product " + number;
        product.unitPrice = new BigDecimal(unitPrice);
        product.unitsReceived = unitsReceived;
        product.persist();
        entities.put(product.name, product);
    }

    private static void order(
            Map<String, PanacheEntity> entities, String name, User customer, LocalDate shippedOn, int... items) {
        Order order = new Order();
        order.customer = customer;
        order.shippedOn = shippedOn;
        order.persist();
        entities.put(name, order);
        for (int i = 0; i < items.length; i += 2) {
            OrderItem item = new OrderItem();
            item.order = order;
            item.product = (Product) entities.get("product " + items[i]);
            item.quantity = items[i + 1];
            item.persist();
            entities.put(name + "/" + items[i], item);
        }
    }

    private static String table(PanacheEntity entity) {
        return entity.getClass().getAnnotation(jakarta.persistence.Table.class).name();
    }
}
