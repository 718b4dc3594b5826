package dev.quipu.demo;

import dev.quipu.account.Passwords;
import dev.quipu.command.SeedData;
import dev.quipu.domain.Order;
import dev.quipu.domain.OrderItem;
import dev.quipu.domain.Post;
import dev.quipu.domain.Product;
import dev.quipu.domain.Role;
import dev.quipu.domain.User;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A small shop of weavers, put into a database without users. The entities are persisted like any others, so that the rules
 * derive what is derived: nothing here assigns a balance.
 */
@ApplicationScoped
class DemoData implements SeedData {

    private static final Logger LOG = Logger.getLogger(DemoData.class);
    private static final @Nullable LocalDate OPEN = null;

    private static final String PASSWORD = "knots-and-cords";

    private final boolean wanted;
    private final Passwords passwords;

    DemoData(@ConfigProperty(name = "quipu.demo-data") boolean wanted, Passwords passwords) {
        this.wanted = wanted;
        this.passwords = passwords;
    }

    @Transactional
    void loadAtStart(@Observes StartupEvent started) {
        if (wanted && loadOnce()) {
            LOG.info(summary());
        }
    }

    @Override
    @Transactional
    public boolean loadOnce() {
        if (User.count() > 0) {
            return false;
        }
        load();
        return true;
    }

    @Override
    @Transactional
    public String summary() {
        return "Demo data: %d users, %d products, %d orders, %d posts"
                .formatted(User.count(), Product.count(), Order.count(), Post.count());
    }

    private void load() {
        // everybody knows it, so that only dev mode may have it; one hash will do
        String hash = LaunchMode.current() == LaunchMode.DEVELOPMENT ? passwords.hash(PASSWORD) : null;
        Role user = role("user", "Orders products and writes posts");
        User alice = user("alice", user, "2000.00", hash);
        User bob = user("bob", user, "1000.00", hash);
        User carol = user("carol", user, "500.00", hash);
        User mod = user("mod", role("moderator", "Reads everything, hides and restores posts"), "1000.00", hash);
        user("admin", role("admin", "May do everything"), "1000.00", hash);

        Product yarn = product("Alpaca yarn, undyed", "24.90", 120);
        Product indigo = product("Indigo, 100 g", "13.25", 40);
        Product spindle = product("Drop spindle", "18.00", 25);
        Product loom = product("Backstrap loom", "145.60", 6);
        product("Cotton cord, for knots", "4.80", 500);

        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        order(alice, today.minusDays(12), item(loom, 1), item(yarn, 8));
        order(alice, OPEN, item(yarn, 20), item(indigo, 4));
        order(bob, OPEN, item(spindle, 2), item(yarn, 5), item(indigo, 1));
        order(bob, today.minusDays(3), item(spindle, 1));
        order(carol, OPEN, item(loom, 3));

        post(alice, "Six cords done, four hundred knots to go.");
        post(alice, "Is anyone else out of indigo?");
        post(bob, "The new spindles turn like a dream.");
        post(mod, "Please keep it to fibres and knots here.");
    }

    private static Role role(String name, String description) {
        Role role = new Role();
        role.name = name;
        role.description = description;
        role.persist();
        return role;
    }

    private static User user(String username, Role role, String creditLimit, @Nullable String hash) {
        User user = new User();
        user.passwordHash = hash;
        user.username = username;
        user.email = username + "@example.org";
        user.role = role;
        user.creditLimit = new BigDecimal(creditLimit);
        user.persist();
        return user;
    }

    private static Product product(String name, String unitPrice, int unitsReceived) {
        Product product = new Product();
        product.name = name;
        product.unitPrice = new BigDecimal(unitPrice);
        product.unitsReceived = unitsReceived;
        product.persist();
        return product;
    }

    private static void order(User customer, @Nullable LocalDate shippedOn, OrderItem... items) {
        Order order = new Order();
        order.customer = customer;
        order.shippedOn = shippedOn;
        for (OrderItem item : items) {
            item.order = order;
            order.items.add(item);
        }
        order.persist();
    }

    private static OrderItem item(Product product, int quantity) {
        OrderItem item = new OrderItem();
        item.product = product;
        item.quantity = quantity;
        return item;
    }

    private static void post(User author, String body) {
        Post post = new Post();
        post.author = author;
        post.body = body;
        post.persist();
    }
}
