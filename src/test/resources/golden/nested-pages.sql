select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username, 'newest', json_build_object('edges', array_to_json(array((select
                json_build_object('cursor', translate(encode(convert_to(cast(json_build_array('yexgpg', (to_json(o1_0.placed_at at time zone 'UTC') #>> '{}' || 'Z'), cast(o1_0.id as varchar)) as text), 'UTF8'), 'base64'), chr(10), ''), 'node', json_build_object('id', cast(o1_0.id as varchar))) from orders o1_0 
            where
                u1_0.id=o1_0.customer_id 
            order by
                o1_0.placed_at desc, o1_0.id desc 
            fetch
                first 1 rows only))), 'pageInfo', json_build_object('hasNextPage', case 
                when exists(select
                    1 from orders o2_0 where
                        u1_0.id=o2_0.customer_id 
                    order by
                        1 
                    offset
                        ? rows 
                    fetch
                        first 1 rows only) 
                        then true 
                    else false 
            end, 'hasPreviousPage', false, 'startCursor', (select
                translate(encode(convert_to(cast(json_build_array('yexgpg', (to_json(o3_0.placed_at at time zone 'UTC') #>> '{}' || 'Z'), cast(o3_0.id as varchar)) as text), 'UTF8'), 'base64'), chr(10), '') from orders o3_0 
            where
                u1_0.id=o3_0.customer_id 
            order by
                o3_0.placed_at desc, o3_0.id desc 
            fetch
                first 1 rows only), 'endCursor', (select
                e[array_upper(e, 1)] from (select
                    array((select
                        translate(encode(convert_to(cast(json_build_array('yexgpg', (to_json(o4_0.placed_at at time zone 'UTC') #>> '{}' || 'Z'), cast(o4_0.id as varchar)) as text), 'UTF8'), 'base64'), chr(10), '') from orders o4_0 
                    where
                        u1_0.id=o4_0.customer_id 
                    order by
                        o4_0.placed_at desc, o4_0.id desc 
                    fetch
                        first 1 rows only))) as r(e))), 'totalCount', (select
                count(*) from orders o5_0 
            where
                u1_0.id=o5_0.customer_id)), 'open', json_build_object('totalCount', (select
                count(*) from orders o6_0 
            where
                o6_0.status=? 
                and u1_0.id=o6_0.customer_id), 'nodes', array_to_json(array((select
                json_build_object('id', cast(o7_0.id as varchar), 'items', json_build_object('nodes', array_to_json(array(select
                    e from unnest(array((select
                        json_build_object('id', cast(i1_0.id as varchar)) from order_items i1_0 
                    where
                        o7_0.id=i1_0.order_id 
                    order by
                        i1_0.id desc 
                    fetch
                        first 1 rows only))) with ordinality as r(e, n) 
                order by
                    n desc)), 'pageInfo', json_build_object('hasPreviousPage', case 
                    when exists(select
                        1 from order_items i2_0 where
                            o7_0.id=i2_0.order_id 
                        order by
                            1 
                        offset
                            ? rows 
                        fetch
                            first 1 rows only) 
                            then true 
                        else false 
                end, 'hasNextPage', false))) from orders o7_0 
            where
                o7_0.status=? 
                and u1_0.id=o7_0.customer_id 
            order by
                o7_0.id 
            fetch
                first 50 rows only)))), 'second', json_build_object('nodes', array_to_json(array((select
                json_build_object('id', cast(o8_0.id as varchar)) from orders o8_0 
            where
                u1_0.id=o8_0.customer_id 
            order by
                o8_0.id 
            offset
                ? rows 
            fetch
                first 1 rows only))))) from users u1_0 
        order by
            u1_0.username, u1_0.id 
        fetch
            first 2 rows only))))
