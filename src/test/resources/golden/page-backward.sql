select
        json_build_object('edges', array_to_json(array(select
            e from unnest(array((select
                json_build_object('cursor', translate(encode(convert_to(cast(json_build_array('tjz3w', o1_0.required_on, cast(o1_0.id as varchar)) as text), 'UTF8'), 'base64'), chr(10), ''), 'node', json_build_object('id', cast(o1_0.id as varchar), 'requiredOn', o1_0.required_on)) from orders o1_0 
            order by
                o1_0.required_on, o1_0.id desc 
            fetch
                first 2 rows only))) with ordinality as r(e, n) 
        order by
            n desc)), 'pageInfo', json_build_object('hasNextPage', false, 'hasPreviousPage', case 
            when exists(select
                1 from orders o2_0 order by
                    1 
                offset
                    ? rows 
                fetch
                    first 1 rows only) 
                    then true 
                else false 
        end, 'startCursor', (select
            e[array_upper(e, 1)] from (select
                array((select
                    translate(encode(convert_to(cast(json_build_array('tjz3w', o3_0.required_on, cast(o3_0.id as varchar)) as text), 'UTF8'), 'base64'), chr(10), '') from orders o3_0 
                order by
                    o3_0.required_on, o3_0.id desc 
                fetch
                    first 2 rows only))) as r(e)), 'endCursor', (select
            translate(encode(convert_to(cast(json_build_array('tjz3w', o4_0.required_on, cast(o4_0.id as varchar)) as text), 'UTF8'), 'base64'), chr(10), '') from orders o4_0 
        order by
            o4_0.required_on, o4_0.id desc 
        fetch
            first 1 rows only)))
