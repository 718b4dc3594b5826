package dev.quipu.rights;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.quipu.domain.Order;
import dev.quipu.domain.OrderItem;
import dev.quipu.domain.Post;
import dev.quipu.domain.Product;
import dev.quipu.domain.Role;
import dev.quipu.domain.User;
import dev.quipu.security.Viewer;
import io.quarkus.hibernate.orm.panache.PanacheEntity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Two users, a moderator and an administrator, each with a row of every entity in which nothing is null. */
final class People {

    private final Map<String, Map<String, PanacheEntity>> rows = new HashMap<>();

    static People settle() {
        People people = new People();
        QuarkusTransaction.requiringNew().run(() -> {
            Role user = role("user");
            Product yarn = product();
            people.make("ann", user, yarn);
            people.make("bob", user, yarn);
            people.make("mia", role("moderator"), yarn);
            people.make("ada", role("admin"), yarn);
        });
        return people;
    }

    /** The id of somebody's row of that entity. */
    String id(String owner, String entity) {
        return String.valueOf(rows.get(owner).get(entity).id);
    }

    static String owner(Asker asker) {
        return switch (asker) {
            case ANONYMOUS, USER -> "ann";
            case OTHER_USER -> "bob";
            case MODERATOR -> "mia";
            case ADMIN -> "ada";
        };
    }

    Viewer viewer(Asker asker) {
        String name = owner(asker);
        return switch (asker) {
            case ANONYMOUS -> new Viewer(null, null, Set.of());
            case USER, OTHER_USER -> new Viewer(rows.get(name).get("User").id, name, Set.of("user"));
            case MODERATOR -> new Viewer(rows.get(name).get("User").id, name, Set.of("moderator"));
            case ADMIN -> new Viewer(rows.get(name).get("User").id, name, Set.of("admin"));
        };
    }

    private void make(String name, Role role, Product product) {
        User user = new User();
        user.username = name;
        user.email = name + "@example.org";
        user.role = role;
        user.avatar = name.getBytes(StandardCharsets.UTF_8);
        user.preferences = JsonNodeFactory.instance.objectNode().put("colour", name);
        user.persist();
        Post post = new Post();
        post.author = user;
        post.body = "by " + name;
        post.persist();
        Order open = order(user, product, null);
        Order order = order(user, product, LocalDate.of(2026, 1, 2));
        rows.put(name, Map.of("User", user, "Role", role, "Product", product, "Post", post, "Order", order));
        rows.computeIfPresent(name, (same, known) -> {
            Map<String, PanacheEntity> all = new HashMap<>(known);
            all.put("OrderItem", order.items.get(0));
            all.put("open Order", open);
            all.put("open OrderItem", open.items.get(0));
            return all;
        });
    }

    private static Order order(User customer, Product product, LocalDate shippedOn) {
        Order order = new Order();
        order.customer = customer;
        order.requiredOn = LocalDate.of(2026, 1, 1);
        order.shippedOn = shippedOn;
        order.note = "for " + customer.username;
        OrderItem item = new OrderItem();
        item.order = order;
        item.product = product;
        order.items.add(item);
        order.persist();
        return order;
    }

    private static Role role(String name) {
        Role role = new Role();
        role.name = name;
        role.description = "those who are " + name;
        role.persist();
        return role;
    }

    private static Product product() {
        Product product = new Product();
        product.name = "yarn";
        product.description = "wool";
        product.unitPrice = new BigDecimal("2.50");
        product.weight = 1.5;
        product.unitsReceived = 100;
        product.persist();
        return product;
    }
}
