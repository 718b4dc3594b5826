insert into roles (id, name, description, user_count, version) values
    (1, 'admin', 'may do everything', 1, 0),
    (2, 'clerk', null, 2, 0);

insert into users (id, username, email, role_id, active, credit_limit, avatar, preferences, created_at,
                   balance, order_count, open_order_count, post_count, last_posted_at, version) values
    (1, 'ann', 'ann@example.org', 1, true, 1000, '\xdeadbeef', '{"theme": "dark", "tags": ["a", "b"]}', '2026-01-05T10:00:00.123456Z',
     36.5, 3, 2, 1, '2026-02-01T08:00:00Z', 3),
    (2, 'bob', 'bob@example.org', 2, true, 500.5, null, null, '2026-01-06T10:00:00Z', 0, 1, 0, 0, null, 0),
    (3, 'cy_d', 'cy@example.org', 2, false, 0, null, '{"theme": "light"}', '2026-01-07T10:00:00Z', 0, 0, 0, 0, null, 0),
    (4, 'Dora', 'dora@example.org', null, true, 1000, null, '{}', '2026-01-08T10:00:00Z', 0, 0, 0, 0, null, 0);

insert into posts (id, author_id, body, created_at, deleted_at, version) values
    (1, 1, 'hello', '2026-02-01T08:00:00Z', null, 0),
    (2, 1, 'regretted', '2026-02-02T08:00:00Z', '2026-02-03T08:00:00Z', 1);

insert into products (id, name, description, unit_price, weight, units_received, units_shipped, units_in_stock, version) values
    (1, 'bolt', 'M8, 100% steel', 0.5, 0.02, 1000, 10, 990, 0),
    (2, 'nut', null, 0.25, null, 1000, 0, 1000, 0),
    (3, 'saw', 'cuts', 18, 1.5, 5, 0, 5, 0);

insert into orders (id, customer_id, placed_at, required_on, shipped_on, note, amount_total, item_count, status, version) values
    (1, 1, '2026-03-01T12:00:00Z', '2026-03-10', null, 'call first', 18.5, 2, 'OPEN', 2),
    (2, 1, '2026-03-02T12:00:00Z', null, null, null, 18, 1, 'OPEN', 1),
    (3, 1, '2026-03-02T12:00:00Z', '2026-03-05', '2026-03-04', null, 5, 1, 'SHIPPED', 2),
    (4, 2, '2026-03-03T12:00:00Z', null, '2026-03-04', '"quoted" \ back', 0, 0, 'SHIPPED', 1);

insert into order_items (id, order_id, product_id, quantity, unit_price, amount, shipped_on, version) values
    (1, 1, 3, 1, 18, 18, null, 0),
    (2, 1, 1, 1, 0.5, 0.5, null, 0),
    (3, 2, 3, 1, 18, 18, null, 0),
    (4, 3, 1, 10, 0.5, 5, '2026-03-04', 0);
