select
        json_build_object('__typename', 'Order', 'nodeId', translate(encode(convert_to(('Order:'||cast(o1_0.id as varchar)), 'UTF8'), 'base64'), chr(10), ''), 'id', cast(o1_0.id as varchar), 'version', o1_0.version, 'total', cast(o1_0.amount_total as varchar), 'itemCount', o1_0.item_count, 'status', o1_0.status, 'placedAt', (to_json(o1_0.placed_at at time zone 'UTC') #>> '{}' || 'Z'), 'requiredOn', o1_0.required_on, 'shippedOn', o1_0.shipped_on, 'note', o1_0.note, 'customerId', cast(o1_0.customer_id as varchar), 'customer', (select
            json_build_object('username', c1_0.username, 'role', (select
                json_build_object('name', r1_0.name) from roles r1_0 
            where
                r1_0.id=c1_0.role_id)) from users c1_0 
        where
            c1_0.id=o1_0.customer_id)) 
    from
        orders o1_0 
    where
        o1_0.id=?
