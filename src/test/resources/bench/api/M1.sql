insert into orders (id, version, customer_id, placed_at, status) values (nextval('orders_seq'), 0, :customer, now(), 'OPEN') returning id;
insert into order_items (id, version, order_id, product_id, quantity, unit_price, amount)
    select nextval('order_items_seq'), 0, :result1, v.product, v.quantity, 0, 0
    from (values (:product1, :quantity1), (:product2, :quantity2), (:product3, :quantity3)) v(product, quantity);
select json_build_object('data', json_build_object('createOrder', json_build_object('order', json_build_object('id', o.id::text, 'amountTotal', o.amount_total::text,
    'customer', (select json_build_object('balance', c.balance::text) from users c where c.id = o.customer_id)))))::text
    from orders o where o.id = :result1
