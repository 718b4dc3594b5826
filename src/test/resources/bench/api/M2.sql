insert into posts (id, version, author_id, body, created_at) values (nextval('posts_seq'), 0, :customer, 'What a fine day.', now()) returning id;
select json_build_object('data', json_build_object('createPost', json_build_object('post', json_build_object('id', p.id::text,
    'author', (select json_build_object('postCount', u.post_count) from users u where u.id = p.author_id)))))::text
    from posts p where p.id = :result1
