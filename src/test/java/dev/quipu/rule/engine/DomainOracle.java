package dev.quipu.rule.engine;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/** Recomputes every derived attribute of the domain from its base rows, in SQL written by hand. */
final class DomainOracle {

    private static final String[] DIFFERENCES = {
        "select 'Role.userCount', r.id, r.user_count, (select count(*) from users u where u.role_id = r.id) from roles r",
        "select 'User.balance', u.id, u.balance, (select coalesce(sum(i.quantity * i.unit_price), 0) from orders o"
                + " join order_items i on i.order_id = o.id where o.customer_id = u.id and o.shipped_on is null) from users u",
        "select 'User.orderCount', u.id, u.order_count, (select count(*) from orders o where o.customer_id = u.id) from users u",
        "select 'User.openOrderCount', u.id, u.open_order_count,"
                + " (select count(*) from orders o where o.customer_id = u.id and o.shipped_on is null) from users u",
        "select 'User.postCount', u.id, u.post_count,"
                + " (select count(*) from posts p where p.author_id = u.id and p.deleted_at is null) from users u",
        "select 'User.lastPostedAt', u.id, extract(epoch from u.last_posted_at), (select extract(epoch from max(p.created_at))"
                + " from posts p where p.author_id = u.id and p.deleted_at is null) from users u",
        "select 'Product.unitsShipped', p.id, p.units_shipped, (select coalesce(sum(i.quantity), 0) from order_items i"
                + " join orders o on o.id = i.order_id where i.product_id = p.id and o.shipped_on is not null) from products p",
        "select 'Product.unitsInStock', p.id, p.units_in_stock, p.units_received - (select coalesce(sum(i.quantity), 0)"
                + " from order_items i join orders o on o.id = i.order_id"
                + " where i.product_id = p.id and o.shipped_on is not null) from products p",
        "select 'Order.amountTotal', o.id, o.amount_total,"
                + " (select coalesce(sum(i.quantity * i.unit_price), 0) from order_items i where i.order_id = o.id) from orders o",
        "select 'Order.itemCount', o.id, o.item_count, (select count(*) from order_items i where i.order_id = o.id) from orders o",
        "select 'Order.status', o.id, case o.status when 'OPEN' then 0 else 1 end,"
                + " case when o.shipped_on is null then 0 else 1 end from orders o",
        "select 'OrderItem.amount', i.id, i.amount, i.quantity * i.unit_price from order_items i",
        "select 'OrderItem.shippedOn', i.id, i.shipped_on - date '2000-01-01', o.shipped_on - date '2000-01-01'"
                + " from order_items i join orders o on o.id = i.order_id",
        "select 'User.withinCreditLimit', u.id, u.credit_limit, least(u.credit_limit, greatest(u.balance, u.credit_limit))"
                + " from users u where u.balance > u.credit_limit",
    };

    private DomainOracle() {}

    /** One line for each stored value that is not what its rule says. */
    static List<String> differences(Session session) {
        List<String> differences = new ArrayList<>();
        for (String query : DIFFERENCES) {
            String sql = "select * from (" + query + ") as c(rule, id, stored, recomputed)";
            boolean invariant = query.contains("withinCreditLimit");
            for (Object[] row : session.createNativeQuery(
                            invariant ? sql : sql + " where stored is distinct from recomputed", Object[].class)
                    .getResultList()) {
                differences.add(row[0] + " of " + row[1] + " is " + row[2] + ", should be " + row[3]);
            }
        }
        return differences;
    }
}
