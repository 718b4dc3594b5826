select
        json_build_object('id', cast(p1_0.id as varchar), 'unitPrice', cast(p1_0.unit_price as varchar)) 
    from
        products p1_0 
    where
        p1_0.name=?

select
        json_build_object('id', cast(r1_0.id as varchar)) 
    from
        roles r1_0 
    where
        r1_0.name=?

select
        json_build_object('id', cast(u1_0.id as varchar), 'creditLimit', cast(u1_0.credit_limit as varchar)) 
    from
        users u1_0 
    where
        u1_0.username=?
