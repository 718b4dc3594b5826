select
        json_build_object('byStatus', array_to_json(array((select
            json_build_object('__typename', 'OrderGroup', 'key', json_build_object('__typename', 'OrderGroupKeyValue', 'status', o1_0.status, 'customerId', cast(o1_0.customer_id as varchar), 'customer', (select
                json_build_object('username', c1_0.username, 'role', (select
                    json_build_object('name', r1_0.name) from roles r1_0 
                where
                    r1_0.id=c1_0.role_id)) from users c1_0 
            where
                c1_0.id=o1_0.customer_id), 'placedAt', null), 'aggregate', json_build_object('count', count(*), 'sum', json_build_object('amountTotal', cast(sum(o1_0.amount_total) as varchar)), 'max', json_build_object('placedAt', (to_json(max(o1_0.placed_at) at time zone 'UTC') #>> '{}' || 'Z')))) from orders o1_0 
        where
            o1_0.id = any(?) 
        group by
            o1_0.status, o1_0.customer_id 
        order by
            sum(o1_0.amount_total) desc, o1_0.status, o1_0.customer_id 
        fetch
            first 50 rows only))), 'byMonth', array_to_json(array((select
            json_build_object('key', json_build_object('placedAt', (to_json(date_trunc('month', o2_0.placed_at, 'UTC') at time zone 'UTC') #>> '{}' || 'Z'), 'requiredOn', cast(date_trunc('week', o2_0.required_on) as date)), 'aggregate', json_build_object('count', count(*))) from orders o2_0 
        where
            o2_0.id = any(?) 
        group by
            date_trunc('month', o2_0.placed_at, 'UTC'), cast(date_trunc('week', o2_0.required_on) as date) 
        order by
            cast(date_trunc('week', o2_0.required_on) as date) desc nulls last, date_trunc('month', o2_0.placed_at, 'UTC') 
        fetch
            first 50 rows only))), 'byDay', array_to_json(array((select
            json_build_object('key', json_build_object('placedAt', (to_json(date_trunc('day', o3_0.placed_at, 'Pacific/Auckland') at time zone 'UTC') #>> '{}' || 'Z')), 'aggregate', json_build_object('count', count(*))) from orders o3_0 
        where
            o3_0.id = any(?) 
        group by
            date_trunc('day', o3_0.placed_at, 'Pacific/Auckland') 
        order by
            date_trunc('day', o3_0.placed_at, 'Pacific/Auckland') 
        offset
            ? rows 
        fetch
            first 2 rows only))), 'large', array_to_json(array((select
            json_build_object('key', json_build_object('customerId', cast(o4_0.customer_id as varchar))) from orders o4_0 
        where
            o4_0.id = any(?) 
        group by
            o4_0.customer_id 
        having
            count(*) filter (
        where
            o4_0.status=?)>=? 
            and sum(o4_0.amount_total) filter (
        where
            o4_0.status=?)>? 
        order by
            o4_0.customer_id 
        fetch
            first 50 rows only))))
