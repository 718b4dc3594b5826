select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('id', cast(u1_0.id as varchar), 'username', u1_0.username, 'active', u1_0.active, 'creditLimit', cast(u1_0.credit_limit as varchar), 'avatar', translate(encode(u1_0.avatar, 'base64'), chr(10), ''), 'preferences', u1_0.preferences, 'createdAt', (to_json(u1_0.created_at at time zone 'UTC') #>> '{}' || 'Z'), 'balance', cast(u1_0.balance as varchar), 'orderCount', u1_0.order_count, 'lastPostedAt', (to_json(u1_0.last_posted_at at time zone 'UTC') #>> '{}' || 'Z'), 'roleId', cast(u1_0.role_id as varchar)) from users u1_0 
        where
            u1_0.id = any(?) 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('name', p1_0.name, 'weight', p1_0.weight, 'unitsInStock', p1_0.units_in_stock, 'description', p1_0.description) from products p1_0 
        order by
            p1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('note', o1_0.note) 
    from
        orders o1_0 
    where
        o1_0.id=?
