select json_build_object('data', json_build_object('orders', json_build_object('totalCount', (select count(*) from orders o where o.status = 'OPEN' and o.amount_total >= :amount),
    'nodes', array_to_json(array(
    select json_build_object('id', o.id::text, 'placedAt', to_json(o.placed_at at time zone 'UTC') #>> '{}' || 'Z', 'status', o.status, 'amountTotal', o.amount_total::text,
    'customer', (select json_build_object('id', c.id::text, 'username', c.username, 'balance', c.balance::text) from users c where c.id = o.customer_id))
    from orders o where o.status = 'OPEN' and o.amount_total >= :amount order by o.placed_at desc, o.id limit 50)))))::text
