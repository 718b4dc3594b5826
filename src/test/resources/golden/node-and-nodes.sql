select
        json_build_array((select
            json_build_object('nodeId', translate(encode(convert_to(('Order:'||cast(o1_0.id as varchar)), 'UTF8'), 'base64'), chr(10), ''), 'status', o1_0.status, 'customer', (select
                json_build_object('username', c1_0.username) from users c1_0 
            where
                c1_0.id=o1_0.customer_id)) from orders o1_0 
        where
            o1_0.id=?), (select
            json_build_object('nodeId', translate(encode(convert_to(('User:'||cast(u1_0.id as varchar)), 'UTF8'), 'base64'), chr(10), ''), 'username', u1_0.username) from users u1_0 
        where
            u1_0.id=?), (select
            json_build_object('nodeId', translate(encode(convert_to(('User:'||cast(u2_0.id as varchar)), 'UTF8'), 'base64'), chr(10), ''), 'username', u2_0.username) from users u2_0 
        where
            u2_0.id=?))

select
        json_build_object('__typename', 'User', 'nodeId', translate(encode(convert_to(('User:'||cast(u1_0.id as varchar)), 'UTF8'), 'base64'), chr(10), ''), 'username', u1_0.username) 
    from
        users u1_0 
    where
        u1_0.id=?
