select
        json_build_object('edges', array_to_json(array((select
            json_build_object('cursor', translate(encode(convert_to(cast(json_build_array('nefo95', cast((select
                count(*) from order_items i1_0 
            where
                o1_0.id=i1_0.order_id) as varchar), cast((select
                sum(i2_0.amount) from order_items i2_0 
            where
                o1_0.id=i2_0.order_id) as varchar), cast(o1_0.id as varchar)) as text), 'UTF8'), 'base64'), chr(10), ''), 'node', json_build_object('id', cast(o1_0.id as varchar), 'items', json_build_object('totalCount', (select
                count(*) from order_items i3_0 
            where
                o1_0.id=i3_0.order_id)))) from orders o1_0 
        order by
            (select
                count(*) from order_items i4_0 
            where
                o1_0.id=i4_0.order_id) desc, (select
                sum(i5_0.amount) from order_items i5_0 
            where
                o1_0.id=i5_0.order_id) asc nulls first, o1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        order by
            (select
                avg(o1_0.amount_total) from orders o1_0 
            where
                u1_0.id=o1_0.customer_id) desc nulls last, (select
                max(p1_0.created_at) from posts p1_0 
            where
                u1_0.id=p1_0.author_id 
                and (p1_0.deleted_at is null)), u1_0.id 
        fetch
            first 50 rows only))))
