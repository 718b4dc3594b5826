package dev.quipu.bench.model;

import dev.quipu.bench.Purchase;
import dev.quipu.bench.Shop;
import dev.quipu.bench.model.PlainModel.Customer;
import dev.quipu.bench.model.PlainModel.Item;
import dev.quipu.bench.model.PlainModel.Order;
import dev.quipu.bench.model.PlainModel.Product;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Saves orders and derives nothing: an item has its product's price, since no shop does without, and that is all. */
public final class PlainShop implements Shop {

    @Override
    public List<Class<?>> entities() {
        return PlainModel.ENTITIES;
    }

    @Override
    public void place(Session session, List<Purchase> purchases) {
        Map<Long, Product> products = products(session, purchases);
        for (Purchase purchase : purchases) {
            Order order = new Order();
            order.customer = session.getReference(Customer.class, purchase.customer());
            order.shippedOn = purchase.shipped() ? LocalDate.now() : null;
            for (Purchase.Line line : purchase.lines()) {
                Item item = new Item();
                item.order = order;
                item.product = products.get(line.product());
                item.unitPrice = item.product.unitPrice;
                item.quantity = line.quantity();
                order.items.add(item);
            }
            session.persist(order);
        }
    }

    private static Map<Long, Product> products(Session session, List<Purchase> purchases) {
        List<Long> ids = purchases.stream()
                .flatMap(purchase -> purchase.lines().stream())
                .map(Purchase.Line::product)
                .distinct()
                .toList();
        return session.findMultiple(Product.class, ids).stream()
                .collect(Collectors.toMap(product -> product.id, Function.identity()));
    }
}
