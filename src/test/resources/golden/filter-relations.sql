select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('id', cast(o1_0.id as varchar)) from orders o1_0 
        where
            exists(select
                1 from order_items i1_0 
            where
                exists(select
                    1 from products p1_0 
                where
                    p1_0.name=? 
                    and p1_0.id=i1_0.product_id) 
                and o1_0.id=i1_0.order_id) 
        order by
            o1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('id', cast(o1_0.id as varchar)) from orders o1_0 
        where
            exists(select
                1 from users c1_0 
            where
                exists(select
                    1 from roles r1_0 
                where
                    r1_0.name=? 
                    and r1_0.id=c1_0.role_id) 
                and c1_0.id=o1_0.customer_id) 
        order by
            o1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('id', cast(o1_0.id as varchar)) from orders o1_0 
        where
            not exists(select
                1 from order_items i1_0 
            where
                case 
                    when i1_0.shipped_on<? 
                        then false 
                    else true 
            end 
            and o1_0.id=i1_0.order_id) 
    order by
        o1_0.id 
    fetch
        first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('id', cast(o1_0.id as varchar)) from orders o1_0 
        where
            not exists(select
                1 from order_items i1_0 
            where
                i1_0.quantity>? 
                and o1_0.id=i1_0.order_id) 
        order by
            o1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('id', cast(o1_0.id as varchar)) from orders o1_0 
        where
            not exists(select
                1 from order_items i1_0 
            where
                o1_0.id=i1_0.order_id) 
        order by
            o1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            exists(select
                1 from posts p1_0 
            where
                p1_0.body=? 
                and u1_0.id=p1_0.author_id 
                and (p1_0.deleted_at is null)) 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            exists(select
                1 from posts p1_0 
            where
                u1_0.id=p1_0.author_id 
                and (p1_0.deleted_at is null)) 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            not exists(select
                1 from roles r1_0 
            where
                r1_0.id=u1_0.role_id) 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))
