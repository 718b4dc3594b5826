select
        json_build_object('edges', array_to_json(array((select
            json_build_object('cursor', translate(encode(convert_to(cast(json_build_array('tjz3w', o1_0.required_on, cast(o1_0.id as varchar)) as text), 'UTF8'), 'base64'), chr(10), ''), 'node', json_build_object('id', cast(o1_0.id as varchar), 'requiredOn', o1_0.required_on)) from orders o1_0 
        where
            o1_0.item_count>=? 
        order by
            o1_0.required_on desc, o1_0.id 
        fetch
            first 2 rows only))), 'pageInfo', json_build_object('hasNextPage', case 
            when exists(select
                1 from orders o2_0 where
                    o2_0.item_count>=? 
                order by
                    1 
                offset
                    ? rows 
                fetch
                    first 1 rows only) 
                    then true 
                else false 
        end, 'hasPreviousPage', false, 'startCursor', (select
            translate(encode(convert_to(cast(json_build_array('tjz3w', o3_0.required_on, cast(o3_0.id as varchar)) as text), 'UTF8'), 'base64'), chr(10), '') from orders o3_0 
        where
            o3_0.item_count>=? 
        order by
            o3_0.required_on desc, o3_0.id 
        fetch
            first 1 rows only), 'endCursor', (select
            e[array_upper(e, 1)] from (select
                array((select
                    translate(encode(convert_to(cast(json_build_array('tjz3w', o4_0.required_on, cast(o4_0.id as varchar)) as text), 'UTF8'), 'base64'), chr(10), '') from orders o4_0 
                where
                    o4_0.item_count>=? 
                order by
                    o4_0.required_on desc, o4_0.id 
                fetch
                    first 2 rows only))) as r(e))), 'totalCount', (select
            count(*) from orders o5_0 
        where
            o5_0.item_count>=?))
