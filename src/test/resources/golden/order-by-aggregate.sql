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

select
        json_build_object('nodes', array_to_json(array(select
            e from unnest(array((select
                json_build_object('id', cast(o1_0.id as varchar)) from orders o1_0 
            left join
                users c1_0 
                    on c1_0.id=o1_0.customer_id 
            order by
                (select
                    count(*) from orders o2_0 
                where
                    c1_0.id=o2_0.customer_id) desc, o1_0.id desc 
            fetch
                first 2 rows only))) with ordinality as r(e, n) 
        order by
            n desc)), 'pageInfo', json_build_object('hasNextPage', false, 'hasPreviousPage', case 
            when exists(select
                1 from orders o3_0 order by
                    1 
                offset
                    ? rows 
                fetch
                    first 1 rows only) 
                    then true 
                else false 
        end, 'startCursor', (select
            e[array_upper(e, 1)] from (select
                array((select
                    translate(encode(convert_to(cast(json_build_array('pdkt7r', cast((select
                        count(*) from orders o5_0 
                    where
                        c3_0.id=o5_0.customer_id) as varchar), cast(o4_0.id as varchar)) as text), 'UTF8'), 'base64'), chr(10), '') from orders o4_0 
                left join
                    users c3_0 
                        on c3_0.id=o4_0.customer_id 
                order by
                    (select
                        count(*) from orders o6_0 
                    where
                        c3_0.id=o6_0.customer_id) desc, o4_0.id desc 
                fetch
                    first 2 rows only))) as r(e)), 'endCursor', (select
            translate(encode(convert_to(cast(json_build_array('pdkt7r', cast((select
                count(*) from orders o8_0 
            where
                c4_0.id=o8_0.customer_id) as varchar), cast(o7_0.id as varchar)) as text), 'UTF8'), 'base64'), chr(10), '') from orders o7_0 
        left join
            users c4_0 
                on c4_0.id=o7_0.customer_id 
        order by
            (select
                count(*) from orders o9_0 
            where
                c4_0.id=o9_0.customer_id) desc, o7_0.id desc 
        fetch
            first 1 rows only)))
