select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('id', cast(o1_0.id as varchar), 'status', o1_0.status, 'customer', (select
                json_build_object('username', c1_0.username, 'email', c1_0.email) from users c1_0 
            where
                c1_0.id=o1_0.customer_id), 'version', o1_0.version) from orders o1_0 
        order by
            o1_0.id 
        fetch
            first 1 rows only))), '__typename', 'OrderConnection', 'count', (select
            count(*) from orders o2_0), 'pageInfo', json_build_object('__typename', 'PageInfo', 'hasNextPage', case 
            when exists(select
                1 from orders o3_0 order by
                    1 
                offset
                    ? rows 
                fetch
                    first 1 rows only) 
                    then true 
                else false 
        end), 'edges', array_to_json(array((select
            json_build_object('__typename', 'OrderEdge') from orders o4_0 
        order by
            o4_0.id 
        fetch
            first 1 rows only))))
