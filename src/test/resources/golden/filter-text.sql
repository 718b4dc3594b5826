select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('id', cast(o1_0.id as varchar)) from orders o1_0 
        where
            o1_0.note like ? escape '\' 
        order by
            o1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('name', p1_0.name) from products p1_0 
        where
            p1_0.description like ? escape '\' 
        order by
            p1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            u1_0.email>? 
            and u1_0.email like ? escape '\' 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            u1_0.username ilike ? escape '\' 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            u1_0.username ilike ? escape '\' 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            u1_0.username like ? escape '\' 
            and u1_0.username not ilike ? escape '\' 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            u1_0.username like ? escape '\' 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))
