select
        json_build_object('aggregate', (select
            json_build_object('__typename', 'OrderAggregate', 'count', count(*), 'countDistinct', json_build_object('status', count(distinct o1_0.status), 'customerId', count(distinct o1_0.customer_id), 'placedAt', count(distinct o1_0.placed_at), 'shippedOn', count(distinct o1_0.shipped_on)), 'sum', json_build_object('__typename', 'OrderSum', 'amountTotal', cast(sum(o1_0.amount_total) as varchar), 'itemCount', cast(sum(o1_0.item_count) as varchar)), 'avg', json_build_object('amountTotal', cast(avg(o1_0.amount_total) as varchar), 'itemCount', cast(avg(o1_0.item_count) as varchar)), 'min', json_build_object('amountTotal', cast(min(o1_0.amount_total) as varchar), 'itemCount', min(o1_0.item_count), 'placedAt', (to_json(min(o1_0.placed_at) at time zone 'UTC') #>> '{}' || 'Z'), 'requiredOn', min(o1_0.required_on), 'shippedOn', min(o1_0.shipped_on)), 'max', json_build_object('placedAt', (to_json(max(o1_0.placed_at) at time zone 'UTC') #>> '{}' || 'Z'))) from orders o1_0 
        where
            exists(select
                1 from users c1_0 
            where
                c1_0.username = any(?) 
                and c1_0.id=o1_0.customer_id)))

select
        json_build_object('aggregate', (select
            json_build_object('__typename', 'ProductAggregate', 'sum', json_build_object('__typename', 'ProductSum', 'weight', sum(p1_0.weight)), 'avg', json_build_object('weight', avg(p1_0.weight))) from products p1_0), 'typeOnly', json_build_object('sum', json_build_object('__typename', 'ProductSum')))

select
        json_build_object('aggregate', (select
            json_build_object('count', count(*), 'countDistinct', json_build_object('status', count(distinct o1_0.status)), 'sum', json_build_object('amountTotal', cast(sum(o1_0.amount_total) as varchar)), 'avg', json_build_object('itemCount', cast(avg(o1_0.item_count) as varchar)), 'min', json_build_object('placedAt', (to_json(min(o1_0.placed_at) at time zone 'UTC') #>> '{}' || 'Z'))) from orders o1_0 
        where
            o1_0.id = any(?)))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username, 'orders', json_build_object('aggregate', (select
                json_build_object('count', count(*), 'sum', json_build_object('amountTotal', cast(sum(o1_0.amount_total) as varchar)), 'max', json_build_object('amountTotal', cast(max(o1_0.amount_total) as varchar))) from orders o1_0 
            where
                o1_0.status=? 
                and u1_0.id=o1_0.customer_id)), 'posts', json_build_object('aggregate', (select
                json_build_object('count', count(*)) from posts p1_0 
            where
                u1_0.id=p1_0.author_id 
                and (p1_0.deleted_at is null)))) from users u1_0 
        order by
            u1_0.id 
        fetch
            first 2 rows only))))
