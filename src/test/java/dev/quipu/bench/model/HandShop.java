package dev.quipu.bench.model;

import dev.quipu.bench.Purchase;
import dev.quipu.bench.Shop;
import dev.quipu.bench.model.PlainModel.Customer;
import dev.quipu.bench.model.PlainModel.Item;
import dev.quipu.bench.model.PlainModel.Order;
import dev.quipu.bench.model.PlainModel.Product;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Keeps the derived attributes as a careful developer does: lock what will change, by id, then add. */
public final class HandShop implements Shop {

    private static final int FEW = 10;

    @Override
    public List<Class<?>> entities() {
        return PlainModel.ENTITIES;
    }

    @Override
    public void place(Session session, List<Purchase> purchases) {
        Map<Long, Product> products = products(session, purchases);
        Map<Long, Customer> customers = locked(
                session,
                Customer.class,
                purchases.stream().map(Purchase::customer).collect(Collectors.toCollection(TreeSet::new)));
        for (Purchase purchase : purchases) {
            place(session, purchase, products, customers.get(purchase.customer()));
        }
    }

    private static void place(Session session, Purchase purchase, Map<Long, Product> products, Customer customer) {
        Order order = new Order();
        order.customer = customer;
        if (purchase.shipped()) {
            order.shippedOn = LocalDate.now();
            order.status = "SHIPPED";
        }
        for (Purchase.Line line : purchase.lines()) {
            Item item = new Item();
            item.order = order;
            item.product = products.get(line.product());
            item.quantity = line.quantity();
            item.unitPrice = item.product.unitPrice;
            item.amount = item.unitPrice.multiply(BigDecimal.valueOf(item.quantity));
            item.shippedOn = order.shippedOn;
            order.items.add(item);
            order.itemCount++;
            order.amountTotal = order.amountTotal.add(item.amount);
            if (purchase.shipped()) {
                item.product.ships(item.quantity);
            }
        }
        session.persist(order);
        customer.owes(order);
        if (customer.balance.compareTo(customer.creditLimit) > 0) {
            throw new IllegalStateException("balance " + customer.balance + " exceeds credit limit");
        }
    }

    private static Map<Long, Product> products(Session session, List<Purchase> purchases) {
        TreeSet<Long> shipped = ids(purchases.stream().filter(Purchase::shipped));
        TreeSet<Long> others = ids(purchases.stream().filter(purchase -> !purchase.shipped()));
        others.removeAll(shipped);
        Map<Long, Product> products = locked(session, Product.class, shipped);
        if (!others.isEmpty()) {
            session.findMultiple(Product.class, List.copyOf(others))
                    .forEach(product -> products.put(product.id, product));
        }
        return products;
    }

    private static TreeSet<Long> ids(Stream<Purchase> purchases) {
        return purchases
                .flatMap(purchase -> purchase.lines().stream())
                .map(Purchase.Line::product)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Few one by one, since Hibernate translates a query with a list anew each time; many in one query. */
    private static <T> Map<Long, T> locked(Session session, Class<T> type, TreeSet<Long> ids) {
        Map<Long, T> rows = new HashMap<>();
        if (ids.size() <= FEW) {
            ids.forEach(id -> rows.put(id, session.find(type, id, LockModeType.PESSIMISTIC_WRITE)));
        } else {
            session.createSelectionQuery("from " + type.getName() + " where id in :ids order by id", type)
                    .setParameterList("ids", ids)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList()
                    .forEach(row -> rows.put((Long) session.getIdentifier(row), row));
        }
        return rows;
    }
}
