select
        json_build_object('groupBy', array_to_json(array((select
            json_build_object('aggregate', json_build_object('__typename', 'ProductAggregate', 'min', json_build_object('weight', min(p1_0.weight))), 'key', json_build_object('name', p1_0.name)) from products p1_0 
        group by
            p1_0.name 
        order by
            p1_0.name desc 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username, 'orders', json_build_object('groupBy', array_to_json(array((select
                json_build_object('key', json_build_object('status', o1_0.status), 'aggregate', json_build_object('count', count(*), 'sum', json_build_object('itemCount', cast(sum(o1_0.item_count) as varchar)))) from orders o1_0 
            where
                u1_0.id=o1_0.customer_id 
            group by
                o1_0.status 
            having
                count(*)>? 
            order by
                o1_0.status 
            fetch
                first 50 rows only))))) from users u1_0 
        order by
            u1_0.id 
        fetch
            first 2 rows only))))
