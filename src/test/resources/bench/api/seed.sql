-- 2 roles, 10,000 users, 1,000 products, 100,000 orders of 3 items each, 100,000 posts; derived values follow set by set
insert into roles (id, version, name) values (1, 0, 'customer'), (2, 0, 'clerk');
insert into users (id, version, username, email, role_id, active, credit_limit, created_at)
    select i, 0, 'user' || i, 'user' || i || '@example.org', 1 + i % 2, true, 1000000000, timestamptz '2024-01-01' + i * interval '1 minute'
    from generate_series(1, 10000) i;
insert into products (id, version, name, unit_price, units_received, units_in_stock)
    select i, 0, 'product' || i, (i % 90) + 0.95, 100000, 0 from generate_series(1, 1000) i;
insert into posts (id, version, author_id, body, created_at)
    select i, 0, 1 + i * 7919 % 10000, 'post ' || i, timestamptz '2025-01-01' + i * interval '3 minutes' from generate_series(1, 100000) i;
insert into orders (id, version, customer_id, placed_at, shipped_on, status)
    select i, 0, 1 + i * 7919 % 10000, timestamptz '2025-01-01' + i * interval '4 minutes',
        case when i % 10 < 7 then date '2025-01-02' + i / 300 end, case when i % 10 < 7 then 'SHIPPED' else 'OPEN' end
    from generate_series(1, 100000) i;
insert into order_items (id, version, order_id, product_id, quantity, unit_price, amount, shipped_on)
    select i, 0, o.id, p.id, 1 + i % 5, p.unit_price, (1 + i % 5) * p.unit_price, o.shipped_on
    from generate_series(1, 300000) i join orders o on o.id = 1 + (i - 1) / 3 join products p on p.id = 1 + i * 31 % 1000;

update orders o set amount_total = i.total, item_count = i.items
    from (select order_id, sum(amount) total, count(*) items from order_items group by order_id) i where i.order_id = o.id;
update users u set balance = coalesce(o.balance, 0), order_count = coalesce(o.orders, 0), open_order_count = coalesce(o.open, 0)
    from (select customer_id, sum(amount_total) filter (where shipped_on is null) balance, count(*) orders,
        count(*) filter (where shipped_on is null) open from orders group by customer_id) o where o.customer_id = u.id;
update users u set post_count = p.posts, last_posted_at = p.last
    from (select author_id, count(*) posts, max(created_at) last from posts group by author_id) p where p.author_id = u.id;
update products p set units_shipped = i.units, units_in_stock = units_received - i.units
    from (select product_id, coalesce(sum(quantity) filter (where shipped_on is not null), 0) units from order_items group by product_id) i
    where i.product_id = p.id;
update roles r set user_count = (select count(*) from users u where u.role_id = r.id);

select setval('roles_seq', 100), setval('users_seq', 10100), setval('products_seq', 1100), setval('posts_seq', 100100),
    setval('orders_seq', 100100), setval('order_items_seq', 300100);
vacuum full analyze;
