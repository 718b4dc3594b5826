package dev.quipu.graphql;

import dev.quipu.testing.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An order as the test's memory holds it.
 *
 * @param values by path: {@code "requiredOn"}, {@code "customer.role.name"}, {@code "items.sum.amount"}; null or absent where there
 *     is none
 */
record OrderRow(long id, Map<String, Comparable<?>> values, List<Item> items) {

    /** What the items come to, as the filters and orderings know it. */
    static final List<String> MEASURES = List.of(
            "items.count",
            "items.sum.quantity",
            "items.sum.amount",
            "items.avg.quantity",
            "items.avg.amount",
            "items.min.quantity",
            "items.max.amount",
            "items.max.shippedOn");

    private static final List<String> ROLES = List.of("admin", "clerk");
    private static final List<String> USERS = List.of("ann", "Bob", "b%b", "b_b", "zoe");
    /** Whatever is divided by these has an end. */
    private static final int[] ITEM_COUNTS = {0, 1, 2, 4};

    record Item(int quantity, BigDecimal amount, @Nullable LocalDate shippedOn) {

        static Item random(Random random) {
            LocalDate shippedOn = random.nextBoolean() ? null : LocalDate.of(2026, 1, 1 + random.nextInt(3));
            return new Item(
                    random.nextInt(4), new BigDecimal(random.nextInt(5)).multiply(new BigDecimal("0.25")), shippedOn);
        }
    }

    String idText() {
        return String.valueOf(id);
    }

    @SuppressWarnings("unchecked")
    @Nullable
    Comparable<Object> value(String path) {
        return path.equals("id") ? (Comparable<Object>) (Comparable<?>) id : (Comparable<Object>) values.get(path);
    }

    /** Inserts rows with few different values, so that there are ties, and remembers them. */
    static List<OrderRow> insertRandom(Database database, Random random, int count) throws Exception {
        StringBuilder sql = new StringBuilder();
        IntStream.range(0, ROLES.size())
                .forEach(n -> sql.append("insert into roles (id, name, user_count, version) values (%d, '%s', 0, 0);\n"
                        .formatted(n, ROLES.get(n))));
        for (int n = 0; n < USERS.size(); n++) {
            sql.append(
                    ("insert into users (id, username, email, role_id, active, credit_limit, created_at, balance, order_count,"
                                    + " open_order_count, post_count, version) values (%d, '%s', 'mail%d', %s, %s, 1, now(), 0, 0, 0, 0, 0);\n")
                            .formatted(n, USERS.get(n), n, roleId(n), active(n)));
        }
        sql.append("insert into products (id, name, unit_price, units_received, units_shipped, units_in_stock, version)"
                + " values (1, 'bolt', 1, 0, 0, 0, 0);\n");
        List<OrderRow> rows = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            OrderRow row = random(random, id);
            rows.add(row);
            row.insert(sql);
        }
        rows.forEach(row -> row.measureCustomer(rows));
        database.execute(sql.toString());
        return rows;
    }

    private static @Nullable Integer roleId(int user) {
        return user < 2 * ROLES.size() ? user % ROLES.size() : null;
    }

    private static boolean active(int user) {
        return user % 2 == 0;
    }

    private static OrderRow random(Random random, long id) {
        Map<String, Comparable<?>> values = new HashMap<>();
        int user = random.nextInt(USERS.size());
        Integer role = roleId(user);
        values.put("customerId", (long) user);
        values.put("customer.username", USERS.get(user));
        values.put("customer.active", active(user));
        if (role != null) {
            values.put("customer.role.name", ROLES.get(role));
        }
        // around midnight, the end of a month and of a year
        values.put(
                "placedAt",
                Instant.parse("2025-12-31T10:00:00Z")
                        .plus(random.nextInt(6) * 5L, ChronoUnit.HOURS)
                        .plus(random.nextInt(3) * 31L, ChronoUnit.DAYS)
                        .plus(random.nextInt(2), ChronoUnit.MICROS));
        if (random.nextInt(3) > 0) {
            values.put("requiredOn", LocalDate.of(2026, 1, 1 + random.nextInt(4)));
        }
        values.put(
                "amountTotal",
                new BigDecimal(random.nextInt(5)).divide(new BigDecimal(2)).setScale(2));
        values.put("itemCount", random.nextInt(3));
        values.put("status", random.nextBoolean() ? "OPEN" : "SHIPPED");
        if (random.nextBoolean()) {
            values.put("note", USERS.get(random.nextInt(USERS.size())) + random.nextInt(2));
        }
        List<Item> items = IntStream.range(0, ITEM_COUNTS[random.nextInt(ITEM_COUNTS.length)])
                .mapToObj(n -> Item.random(random))
                .toList();
        OrderRow row = new OrderRow(id, values, items);
        MEASURES.forEach(measure -> row.put(measure, row.measured(measure, items)));
        return row;
    }

    private void put(String path, @Nullable Comparable<?> value) {
        if (value != null) {
            values.put(path, value);
        }
    }

    /** What some of the items come to: {@code "items.sum.amount"}. */
    @Nullable
    Comparable<?> measured(String measure, List<Item> some) {
        String[] steps = measure.split("\\.");
        if (steps[1].equals("count")) {
            return some.size();
        }
        Function<Item, @Nullable Comparable<?>> attribute = item -> steps[2].equals("quantity")
                ? (Comparable<?>) item.quantity()
                : steps[2].equals("amount") ? item.amount() : item.shippedOn();
        List<Comparable<?>> values = new ArrayList<>();
        for (Item item : some) {
            Comparable<?> value = attribute.apply(item);
            if (value != null) {
                values.add(value);
            }
        }
        return Naive.measured(steps[1], values);
    }

    private void measureCustomer(List<OrderRow> rows) {
        List<OrderRow> siblings = rows.stream()
                .filter(row -> row.value("customerId").equals(value("customerId")))
                .toList();
        put("customer.orders.count", siblings.size());
        put(
                "customer.orders.max.requiredOn",
                siblings.stream()
                        .map(row -> row.value("requiredOn"))
                        .filter(day -> day != null)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private void insert(StringBuilder sql) {
        sql.append(
                ("insert into orders (id, customer_id, placed_at, required_on, note, amount_total, item_count, status, version)"
                                + " values (%d, %s, %s, %s, %s, %s, %s, '%s', 0);\n")
                        .formatted(
                                id,
                                values.get("customerId"),
                                quoted(values.get("placedAt")),
                                quoted(values.get("requiredOn")),
                                quoted(values.get("note")),
                                values.get("amountTotal"),
                                values.get("itemCount"),
                                values.get("status")));
        for (int n = 0; n < items.size(); n++) {
            Item item = items.get(n);
            sql.append(
                    ("insert into order_items (id, order_id, product_id, quantity, unit_price, amount, shipped_on, version)"
                                    + " values (%d, %d, 1, %d, 1, %s, %s, 0);\n")
                            .formatted(10 * id + n, id, item.quantity(), item.amount(), quoted(item.shippedOn())));
        }
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "null" : "'" + value + "'";
    }
}
