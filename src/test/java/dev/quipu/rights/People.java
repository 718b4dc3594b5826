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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two users, a moderator and an administrator, each with a row of every entity in which nothing is null. */
final class People {

    private final Map<String, Map<String, PanacheEntity>> rows = new HashMap<>();

    static People settle() {
        People people = new People();
        QuarkusTransaction.requiringNew().run(() -> {
            List.of("ann", "bob", "mia", "ada").forEach(people::make);
        });
        QuarkusTransaction.requiringNew()
                .run(() -> people.rows.values().forEach(rows -> Post.deleteById(rows.get("deleted Post").id)));
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

    private void make(String name) {
        Role role = role("role of " + name);
        Product product = product("yarn of " + name);
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
        Post deleted = new Post();
        deleted.author = user;
        deleted.body = "deleted by " + name;
        deleted.persist();
        Order open = order(user, product, null);
        Order order = order(user, product, LocalDate.of(2026, 1, 2));
        rows.put(
                name,
                Map.of(
                        "User", user,
                        "Role", role,
                        "Product", product,
                        "Post", post,
                        "deleted Post", deleted,
                        "Order", order,
                        "OrderItem", order.items.get(0),
                        "open Order", open,
                        "open OrderItem", open.items.get(0)));
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

    private static Product product(String name) {
        Product product = new Product();
        product.name = name;
        product.description = "wool";
        product.unitPrice = new BigDecimal("2.50");
        product.weight = 1.5;
        product.unitsReceived = 100;
        product.persist();
        return product;
    }
}
