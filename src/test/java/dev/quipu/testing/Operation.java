package dev.quipu.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One mutation with the root fields that a scenario speaks of.
 *
 * <pre>{@code new Operation(seed).placeOrder("ALFKI", "1 x 1", "2 x 2").send().succeeded()}</pre>
 */
public final class Operation {

    private final Seed seed;
    private final List<String> fields = new ArrayList<>();

    public Operation(Seed seed) {
        this.seed = seed;
    }

    /** A new order; an item is written {@code product x quantity}. */
    public Operation placeOrder(String customer, String... items) {
        return placeOrder(customer, "", items);
    }

    /** A new order that is shipped already. */
    public Operation placeShippedOrder(String customer, String shippedOn, String... items) {
        return placeOrder(customer, "shippedOn: \"" + shippedOn + "\", ", items);
    }

    private Operation placeOrder(String customer, String attributes, String... items) {
        String create = Stream.of(items)
                .map(item -> item.split(" x "))
                .map(parts -> "{productId: \"%d\", quantity: %s}".formatted(seed.id("product " + parts[0]), parts[1]))
                .collect(Collectors.joining(", "));
        return add("createOrder(input: {order: {customerId: \"%d\", %sitems: {create: [%s]}}}) { order { id } }"
                .formatted(seed.id(customer), attributes, create));
    }

    /** Changes a row: {@code patch("Order", "B", "shippedOn: \"2026-01-31\"")}. */
    public Operation patch(String entity, String row, String patch) {
        String payload = Character.toLowerCase(entity.charAt(0)) + entity.substring(1);
        return add("update%s(input: {id: \"%d\", patch: {%s}}) { %s { id } }"
                .formatted(entity, seed.id(row), patch, payload));
    }

    public Operation delete(String entity, String row) {
        return add("delete%s(input: {id: \"%d\"}) { deletedId }".formatted(entity, seed.id(row)));
    }

    public Operation restorePost(String row) {
        return add("restorePost(input: {id: \"%d\"}) { post { id } }".formatted(seed.id(row)));
    }

    public Operation add(String field) {
        fields.add(field);
        return this;
    }

    /** Turns the order of the fields round. */
    public Operation reversed(boolean reversed) {
        if (reversed) {
            Collections.reverse(fields);
        }
        return this;
    }

    public Answer send() {
        return Answer.to(IntStream.range(0, fields.size())
                .mapToObj(i -> "f" + i + ": " + fields.get(i))
                .collect(Collectors.joining("\n", "mutation {\n", "\n}")));
    }
}
