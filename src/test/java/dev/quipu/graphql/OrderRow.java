package dev.quipu.graphql;

import dev.quipu.testing.Database;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An order as the test's memory holds it.
 *
 * @param values by path: {@code "requiredOn"}, {@code "customer.role.name"}; null or absent where there is none
 * @param quantities those of its items
 */
record OrderRow(long id, Map<String, Comparable<?>> values, List<Integer> quantities) {

    private static final List<String> ROLES = List.of("admin", "clerk");
    private static final List<String> USERS = List.of("ann", "Bob", "b%b", "b_b", "zoe");

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
                                    + " open_order_count, post_count, version) values (%d, '%s', 'mail%d', %s, true, 1, now(), 0, 0, 0, 0, 0);\n")
                            .formatted(n, USERS.get(n), n, roleId(n)));
        }
        sql.append("insert into products (id, name, unit_price, units_received, units_shipped, units_in_stock, version)"
                + " values (1, 'bolt', 1, 0, 0, 0, 0);\n");
        List<OrderRow> rows = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            OrderRow row = random(random, id);
            rows.add(row);
            row.insert(sql);
        }
        database.execute(sql.toString());
        return rows;
    }

    private static @Nullable Integer roleId(int user) {
        return user < 2 * ROLES.size() ? user % ROLES.size() : null;
    }

    private static OrderRow random(Random random, long id) {
        Map<String, Comparable<?>> values = new HashMap<>();
        int user = random.nextInt(USERS.size());
        Integer role = roleId(user);
        values.put("customerId", (long) user);
        values.put("customer.username", USERS.get(user));
        if (role != null) {
            values.put("customer.role.name", ROLES.get(role));
        }
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
        List<Integer> quantities = random.ints(random.nextInt(3), 0, 4).boxed().toList();
        return new OrderRow(id, values, quantities);
    }

    private void insert(StringBuilder sql) {
        sql.append(
                ("insert into orders (id, customer_id, placed_at, required_on, note, amount_total, item_count, status, version)"
                                + " values (%d, %s, '2026-01-01T00:00:00Z', %s, %s, %s, %s, '%s', 0);\n")
                        .formatted(
                                id,
                                values.get("customerId"),
                                quoted("requiredOn"),
                                quoted("note"),
                                values.get("amountTotal"),
                                values.get("itemCount"),
                                values.get("status")));
        for (int n = 0; n < quantities.size(); n++) {
            sql.append(("insert into order_items (id, order_id, product_id, quantity, unit_price, amount, version)"
                            + " values (%d, %d, 1, %d, 1, 1, 0);\n")
                    .formatted(10 * id + n, id, quantities.get(n)));
        }
    }

    private String quoted(String path) {
        Object value = values.get(path);
        return value == null ? "null" : "'" + value + "'";
    }
}
