select
        json_build_object('body', p1_0.body) 
    from
        posts p1_0 
    where
        (
            p1_0.deleted_at is null
        ) 
        and p1_0.id=?

select
        json_build_object('posts', json_build_object('totalCount', (select
            count(*) from posts p1_0 
        where
            u1_0.id=p1_0.author_id 
            and (p1_0.deleted_at is null)), 'nodes', array_to_json(array((select
            json_build_object('body', p2_0.body) from posts p2_0 
        where
            u1_0.id=p2_0.author_id 
            and (p2_0.deleted_at is null) 
        order by
            p2_0.id 
        fetch
            first 50 rows only))))) 
    from
        users u1_0 
    where
        u1_0.id=?

select
        json_build_object('totalCount', (select
            count(*) from posts p1_0 
        where
            (p1_0.deleted_at is null)), 'nodes', array_to_json(array((select
            json_build_object('body', p2_0.body, 'deletedAt', (to_json(p2_0.deleted_at at time zone 'UTC') #>> '{}' || 'Z'), 'author', (select
                json_build_object('username', a1_0.username, 'postCount', a1_0.post_count) from users a1_0 
            where
                a1_0.id=p2_0.author_id)) from posts p2_0 
        where
            (p2_0.deleted_at is null) 
        order by
            p2_0.id 
        fetch
            first 50 rows only))))
