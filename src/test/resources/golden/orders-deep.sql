select
        json_build_object('totalCount', (select
            count(*) from orders o1_0), 'nodes', array_to_json(array((select
            json_build_object('id', cast(o2_0.id as varchar), 'placedAt', (to_json(o2_0.placed_at at time zone 'UTC') #>> '{}' || 'Z'), 'amountTotal', cast(o2_0.amount_total as varchar), 'customer', (select
                json_build_object('username', c1_0.username, 'balance', cast(c1_0.balance as varchar)) from users c1_0 
            where
                c1_0.id=o2_0.customer_id), 'items', json_build_object('nodes', array_to_json(array((select
                json_build_object('quantity', i1_0.quantity, 'amount', cast(i1_0.amount as varchar), 'product', (select
                    json_build_object('name', p1_0.name, 'unitPrice', cast(p1_0.unit_price as varchar)) from products p1_0 
                where
                    p1_0.id=i1_0.product_id)) from order_items i1_0 
            where
                o2_0.id=i1_0.order_id 
            order by
                i1_0.id 
            fetch
                first 10 rows only))))) from orders o2_0 
        order by
            o2_0.id 
        fetch
            first 20 rows only))))
