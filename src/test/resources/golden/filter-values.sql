select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('name', p1_0.name) from products p1_0 
        where
            not(p1_0.name = any(?)) 
            and p1_0.unit_price not between ? and ? 
            and p1_0.weight<? 
        order by
            p1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            u1_0.active=? 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('totalCount', (select
            count(*) from orders o1_0 
        where
            (o1_0.amount_total>? 
            and o1_0.amount_total<=? 
            or o1_0.item_count<>? 
            and o1_0.status = any(?)) 
            and not(o1_0.id = any(?)) 
            and o1_0.customer_id=? 
            and o1_0.placed_at>=? 
            and o1_0.required_on between ? and ? 
            and o1_0.note is not null), 'nodes', array_to_json(array((select
            json_build_object('id', cast(o2_0.id as varchar)) from orders o2_0 
        where
            (o2_0.amount_total>? 
            and o2_0.amount_total<=? 
            or o2_0.item_count<>? 
            and o2_0.status = any(?)) 
            and not(o2_0.id = any(?)) 
            and o2_0.customer_id=? 
            and o2_0.placed_at>=? 
            and o2_0.required_on between ? and ? 
            and o2_0.note is not null 
        order by
            o2_0.id 
        fetch
            first 50 rows only))))
