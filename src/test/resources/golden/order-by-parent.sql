select
        json_build_object('edges', array_to_json(array((select
            json_build_object('cursor', translate(encode(convert_to(cast(json_build_array('mu5t4z', r1_0.name, u1_0.username, cast(u1_0.id as varchar)) as text), 'UTF8'), 'base64'), chr(10), ''), 'node', json_build_object('username', u1_0.username, 'role', (select
                json_build_object('name', r2_0.name) from roles r2_0 
            where
                r2_0.id=u1_0.role_id))) from users u1_0 
        left join
            roles r1_0 
                on r1_0.id=u1_0.role_id 
        order by
            r1_0.name desc nulls last, u1_0.username desc, u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('id', cast(o1_0.id as varchar)) from orders o1_0 
        left join
            users c1_0 
                on c1_0.id=o1_0.customer_id 
        left join
            roles r1_0 
                on r1_0.id=c1_0.role_id 
        order by
            r1_0.name, o1_0.required_on asc nulls first, o1_0.id 
        fetch
            first 50 rows only))))
