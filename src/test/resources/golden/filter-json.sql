select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            jsonb_exists(u1_0.preferences, ?) 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            jsonb_exists_all(u1_0.preferences, ?) 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            jsonb_exists_any(u1_0.preferences, ?) 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            u1_0.preferences <@ cast(? as jsonb) 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            u1_0.preferences @> cast(? as jsonb) 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            u1_0.preferences @@ cast(? as jsonpath) 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))

select
        json_build_object('nodes', array_to_json(array((select
            json_build_object('username', u1_0.username) from users u1_0 
        where
            u1_0.preferences is null 
        order by
            u1_0.id 
        fetch
            first 50 rows only))))
