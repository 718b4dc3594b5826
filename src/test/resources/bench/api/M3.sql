update order_items set quantity = :quantity, version = version + 1 where id = :item;
select json_build_object('data', json_build_object('updateOrderItem', json_build_object('orderItem', json_build_object('id', i.id::text, 'amount', i.amount::text,
    'order', (select json_build_object('amountTotal', o.amount_total::text) from orders o where o.id = i.order_id)))))::text
    from order_items i where i.id = :item
