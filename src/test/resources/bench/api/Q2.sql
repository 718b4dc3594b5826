select json_build_object('data', json_build_object('order', json_build_object('id', o.id::text, 'placedAt', to_json(o.placed_at at time zone 'UTC') #>> '{}' || 'Z', 'status', o.status, 'amountTotal', o.amount_total::text,
    'customer', (select json_build_object('id', c.id::text, 'username', c.username, 'balance', c.balance::text) from users c where c.id = o.customer_id),
    'items', json_build_object('nodes', array_to_json(array(
        select json_build_object('quantity', i.quantity, 'amount', i.amount::text,
            'product', (select json_build_object('name', p.name, 'unitPrice', p.unit_price::text) from products p where p.id = i.product_id))
        from order_items i where i.order_id = o.id order by i.id limit 50))))))::text from orders o where o.id = :order
