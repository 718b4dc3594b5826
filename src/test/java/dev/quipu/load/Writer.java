package dev.quipu.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.load.Api.Reply;
import dev.quipu.load.Journal.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One client: mixed mutations one after the other, everything acknowledged noted. */
final class Writer {

    private static final String PLACE = "mutation($o: OrderCreate!) { createOrder(input: {order: $o}) { order {"
            + " id customer { id } items(first: 10) { nodes { id quantity product { id } } } } } }";

    private final Api api;
    private final Shop shop;
    private final Journal journal;
    private final Replies replies;
    private final Random random;

    Writer(Api api, Shop shop, Journal journal, Replies replies, long seed) {
        this.api = api;
        this.shop = shop;
        this.journal = journal;
        this.replies = replies;
        this.random = new Random(seed);
    }

    void writeUntil(long end) throws InterruptedException {
        while (System.nanoTime() < end) {
            write();
        }
    }

    private void write() throws InterruptedException {
        long order = shop.order(random);
        long item = shop.item(random);
        int dice = random.nextInt(100);
        if (dice < 35 || order < 0 || item < 0) {
            place();
        } else if (dice < 42) {
            insertItem(order);
        } else if (dice < 62) {
            set("change", "OrderItem", item, "quantity", "quantity", random.nextInt(20));
        } else if (dice < 68) {
            set("re-parent", "Order", order, "customerId", "customer_id", shop.customer(random));
        } else if (dice < 74) {
            set("re-parent", "OrderItem", item, "orderId", "order_id", order);
        } else if (dice < 80) {
            set("re-parent", "OrderItem", item, "productId", "product_id", shop.product(random));
        } else if (dice < 90) {
            String date = random.nextBoolean() ? null : "2026-01-%02d".formatted(1 + random.nextInt(28));
            set("ship", "Order", order, "shippedOn", "shipped_on", date);
        } else if (dice < 97) {
            delete("OrderItem", "order_items", item);
        } else {
            delete("Order", "orders", order);
        }
    }

    private void place() throws InterruptedException {
        List<Map<String, ?>> items = new ArrayList<>();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            items.add(Map.of("productId", shop.product(random), "quantity", random.nextInt(20)));
        }
        Map<String, ?> order = Map.of("customerId", shop.customer(random), "items", Map.of("create", items));
        long sent = System.nanoTime();
        Reply reply = send("insert order", PLACE, Map.of("o", order));
        if (reply.done()) {
            long answered = System.nanoTime();
            JsonNode made = reply.data().at("/createOrder/order");
            long id = made.get("id").asLong();
            acknowledged("orders", id, Journal.EXISTS, "true", sent, answered);
            acknowledged("orders", id, "customer_id", made.at("/customer/id").asText(), sent, answered);
            acknowledged("orders", id, "shipped_on", "null", sent, answered);
            made.at("/items/nodes").forEach(item -> madeItem(item, id, sent, answered));
            shop.hasOrder(id);
        }
    }

    private void insertItem(long order) throws InterruptedException {
        long sent = System.nanoTime();
        Reply reply = send(
                "insert item",
                "mutation($i: OrderItemCreate!) { createOrderItem(input: {orderItem: $i}) { orderItem {"
                        + " id quantity product { id } } } }",
                Map.of(
                        "i",
                        Map.of("orderId", order, "productId", shop.product(random), "quantity", random.nextInt(20))));
        if (reply.done()) {
            madeItem(reply.data().at("/createOrderItem/orderItem"), order, sent, System.nanoTime());
        }
    }

    private void madeItem(JsonNode item, long order, long sent, long answered) {
        long id = item.get("id").asLong();
        acknowledged("order_items", id, Journal.EXISTS, "true", sent, answered);
        acknowledged("order_items", id, "order_id", String.valueOf(order), sent, answered);
        acknowledged("order_items", id, "product_id", item.at("/product/id").asText(), sent, answered);
        acknowledged("order_items", id, "quantity", item.get("quantity").asText(), sent, answered);
        shop.hasItem(id);
    }

    private void set(String operation, String entity, long id, String attribute, String column, Object value)
            throws InterruptedException {
        Map<String, Object> patch = new HashMap<>();
        patch.put(attribute, value);
        long sent = System.nanoTime();
        Reply reply = send(
                operation,
                "mutation($id: ID!, $p: %1$sPatch!) { update%1$s(input: {id: $id, patch: $p}) { __typename } }"
                        .formatted(entity),
                Map.of("id", id, "p", patch));
        note(reply, entity.equals("Order") ? "orders" : "order_items", id, column, String.valueOf(value), sent);
    }

    private void delete(String entity, String table, long id) throws InterruptedException {
        long sent = System.nanoTime();
        Reply reply = send(
                "delete",
                "mutation($id: ID!) { delete%s(input: {id: $id}) { deletedId } }".formatted(entity),
                Map.of("id", id));
        note(reply, table, id, Journal.EXISTS, "false", sent);
    }

    private void note(Reply reply, String table, long id, String column, String value, long sent) {
        if (reply.done()) {
            acknowledged(table, id, column, value, sent, System.nanoTime());
        } else if (reply.unknown()) {
            journal.unknown(new Cell(table, id, column), value, sent);
        }
    }

    private void acknowledged(String table, long id, String column, String value, long sent, long answered) {
        journal.acknowledged(new Cell(table, id, column), value, sent, answered);
    }

    private Reply send(String operation, String document, Map<String, ?> variables) throws InterruptedException {
        Reply reply = api.send(document, variables);
        replies.count(operation, reply);
        return reply;
    }
}
