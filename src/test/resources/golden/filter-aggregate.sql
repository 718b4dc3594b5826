select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('id', cast(o1_0.id as varchar)) from orders o1_0 
        where
            ((select
                count(*) from order_items i1_0 
            where
                o1_0.id=i1_0.order_id)>=? 
            or (select
                sum(i2_0.amount) from order_items i2_0 
            where
                o1_0.id=i2_0.order_id)<=?) 
        order by
            o1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('id', cast(o1_0.id as varchar)) from orders o1_0 
        where
            (select
                avg(i1_0.amount) from order_items i1_0 
            where
                o1_0.id=i1_0.order_id) is null 
        order by
            o1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('id', cast(o1_0.id as varchar)) from orders o1_0 
        where
            (select
                count(*) from order_items i1_0 
            where
                o1_0.id=i1_0.order_id)>=? 
        order by
            o1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('id', cast(o1_0.id as varchar)) from orders o1_0 
        where
            (select
                sum(i1_0.amount) from order_items i1_0 
            where
                i1_0.quantity>? 
                and o1_0.id=i1_0.order_id) between ? and ? 
            and (select
                min(i2_0.quantity) from order_items i2_0 
            where
                i2_0.quantity>? 
                and o1_0.id=i2_0.order_id) = any(?) 
        order by
            o1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('totalCount', (select
            count(*) from orders o1_0 
        where
            exists(select
                1 from users c1_0 
            where
                (select
                    max(p1_0.created_at) from posts p1_0 
                where
                    c1_0.id=p1_0.author_id 
                    and (p1_0.deleted_at is null))>=? 
                and c1_0.id=o1_0.customer_id)))
