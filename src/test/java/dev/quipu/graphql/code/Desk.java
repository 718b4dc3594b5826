package dev.quipu.graphql.code;

import dev.quipu.domain.Order;
import dev.quipu.domain.OrderStatus;
import dev.quipu.domain.Product;
import dev.quipu.domain.User;
import dev.quipu.rule.OperationRefusedException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.GraphQLException;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Every way in which code can be written beside the derived schema. */
@GraphQLApi
@RolesAllowed("admin")
public class Desk {

    static final AtomicInteger BATCHES = new AtomicInteger();

    // ---- entities are returned ----

    @Query
    public Order deskLatest() {
        return Order.find("order by id desc").firstResult();
    }

    /** In the order of the ids; null where there is none. */
    @Query
    public List<Order> deskOrders(List<String> ids) {
        return ids.stream().map(id -> Order.<Order>findById(Long.valueOf(id))).toList();
    }

    @Query
    public Optional<Order> deskNobodys() {
        return Optional.empty();
    }

    @Query
    public Uni<Order> deskLater(@Id String id) {
        return Uni.createFrom().item(() -> Order.findById(Long.valueOf(id)));
    }

    @Query
    public CompletionStage<List<@NonNull User>> deskUsers() {
        List<User> users = User.listAll();
        return CompletableFuture.completedFuture(users);
    }

    // ---- entities are taken ----

    @Query
    public BigDecimal deskWorth(@NonNull List<Order> orders) {
        return orders.stream().map(order -> order.amountTotal).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Mutation
    @Transactional
    public List<OrderStatus> deskNote(Order order, @Min(1) int copies) {
        order.note = "note ".repeat(copies).strip();
        return List.of(order.status);
    }

    @Mutation
    @Transactional
    public Order deskPlace(User customer, Product product, int quantity) {
        Order order = new Order();
        order.customer = customer;
        order.persist();
        var item = new dev.quipu.domain.OrderItem();
        item.order = order;
        item.product = product;
        item.quantity = quantity;
        item.persist();
        return order;
    }

    @Mutation
    public Order deskThrowAway(Order order) {
        order.delete();
        return order;
    }

    @Mutation
    public Order deskRefuse(Order order, String how) throws Exception {
        order.note = "gone";
        switch (how) {
            case "refused" -> throw new OperationRefusedException("not today");
            case "graphql" -> throw new GraphQLException("not tomorrow");
            case "checked" -> throw new java.io.IOException("/etc/secret");
            default -> throw new IllegalStateException("select secret from users");
        }
    }

    // ---- no entities ----

    @Query
    public long deskCount(OrderStatus status) {
        return Order.count("status", status);
    }

    // ---- fields of entities ----

    /** {@code name} of each order, in one call. */
    @Name("label")
    public List<String> labels(@Source List<Order> orders, String prefix) {
        BATCHES.incrementAndGet();
        return orders.stream().map(order -> prefix + order.itemCount).toList();
    }

    /** Entities in turn, with lazy references behind them. */
    public List<Product> products(@Source Order order) {
        return order.items.stream().map(item -> item.product).toList();
    }

    @NonNull
    public User buyer(@Source Order order) {
        return order.customer;
    }

    public OrderStatus worst(@Source User user) {
        return user.orders.stream().anyMatch(order -> order.shippedOn == null) ? OrderStatus.OPEN : OrderStatus.SHIPPED;
    }
}
