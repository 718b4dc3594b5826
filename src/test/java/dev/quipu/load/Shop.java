package dev.quipu.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the writers write to: customers and products, and the orders and items that are there. */
final class Shop {

    private static final int CUSTOMERS = 50;
    private static final int PRODUCTS = 30;
    /** Only the latest are chosen, so that writers meet. */
    private static final int WINDOW = 300;

    private final List<Long> customers = new ArrayList<>();
    private final List<Long> products = new ArrayList<>();
    private final List<Long> orders = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> items = Collections.synchronizedList(new ArrayList<>());

    /** Every tenth customer has little credit. */
    static Shop open(Api api) throws InterruptedException {
        Shop shop = new Shop();
        for (int i = 0; i < CUSTOMERS; i++) {
            Map<String, ?> user = Map.of(
                    "username",
                    "user" + i,
                    "email",
                    i + "@example.org",
                    "creditLimit",
                    i % 10 == 9 ? 500 : 9_000_000_000L);
            shop.customers.add(
                    id(api, "mutation($v: UserCreate!) { x: createUser(input: {user: $v}) { y: user { id } } }", user));
        }
        for (int i = 0; i < PRODUCTS; i++) {
            Map<String, ?> product = Map.of("name", "product" + i, "unitPrice", 1 + i, "unitsReceived", 1000);
            shop.products.add(id(
                    api,
                    "mutation($v: ProductCreate!) { x: createProduct(input: {product: $v}) { y: product { id } } }",
                    product));
        }
        return shop;
    }

    private static long id(Api api, String document, Map<String, ?> value) throws InterruptedException {
        Api.Reply reply = api.send(document, Map.of("v", value));
        if (!reply.done()) {
            throw new IllegalStateException(reply.text());
        }
        return reply.data().at("/x/y/id").asLong();
    }

    /** The same one half of the time. */
    long customer(Random random) {
        return customers.get(random.nextBoolean() ? 0 : random.nextInt(customers.size()));
    }

    long product(Random random) {
        return products.get(random.nextInt(products.size()));
    }

    /** One of the latest; -1 if there is none. It may be gone. */
    long order(Random random) {
        return latest(orders, random);
    }

    long item(Random random) {
        return latest(items, random);
    }

    private static long latest(List<Long> ids, Random random) {
        int size = ids.size();
        return size == 0 ? -1 : ids.get(size - 1 - random.nextInt(Math.min(size, WINDOW)));
    }

    void hasOrder(long id) {
        orders.add(id);
    }

    void hasItem(long id) {
        items.add(id);
    }
}
