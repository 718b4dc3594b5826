package dev.quipu.db.reverse;

/** What is asked of PostgreSQL's catalog; the parameter is the name of the schema. */
final class CatalogQueries {

    private static final String TABLE = """
             t.relnamespace = (select oid from pg_namespace where nspname = ?) and t.relkind in ('r', 'p') and not t.relispartition
                and t.relname not in ('databasechangelog', 'databasechangeloglock', 'quipu_idempotency', 'quipu_login_attempts')
                and not exists (select 1 from pg_depend d where d.objid = t.oid and d.deptype = 'e')
            """;

    static final String SCHEMAS = """
            select distinct schemaname from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1
            """;

    static final String TABLES =
            "select quote_ident(t.relname) as name from pg_class t where" + TABLE + "order by t.relname";

    static final String COLUMNS = """
            select quote_ident(t.relname) as table_name, quote_ident(a.attname) as name,
                format_type(a.atttypid, a.atttypmod) as type,
                case y.typtype when 'd' then format_type(y.typbasetype, y.typtypmod) else format_type(a.atttypid, a.atttypmod) end
                    as base_type,
                a.attnotnull or y.typnotnull as not_null,
                pg_get_expr(d.adbin, d.adrelid) as default_value,
                case a.attidentity when 'a' then 'always' when 'd' then 'by default' else '' end as identity,
                a.attgenerated <> '' as generated,
                (select s.relname from pg_depend p join pg_class s on s.oid = p.objid and s.relkind = 'S'
                    where p.refobjid = t.oid and p.refobjsubid = a.attnum and p.deptype in ('a', 'i') limit 1) as sequence
            from pg_attribute a
            join pg_class t on t.oid = a.attrelid
            join pg_type y on y.oid = a.atttypid
            left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
            where a.attnum > 0 and not a.attisdropped and""" + TABLE + "order by t.relname, a.attnum";

    static final String CONSTRAINTS = """
            select quote_ident(t.relname) as table_name, quote_ident(c.conname) as name, c.contype as kind,
                array(select quote_ident(a.attname) from unnest(c.conkey) with ordinality k (n, place)
                    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.place) as columns,
                case when f.relnamespace = t.relnamespace then quote_ident(f.relname) else c.confrelid::regclass::text end as target,
                array(select quote_ident(a.attname) from unnest(c.confkey) with ordinality k (n, place)
                    join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by k.place) as target_columns,
                c.confdeltype as on_delete,
                pg_get_expr(c.conbin, c.conrelid) as expression,
                pg_get_constraintdef(c.oid) as definition
            from pg_constraint c
            join pg_class t on t.oid = c.conrelid
            left join pg_class f on f.oid = c.confrelid
            where c.contype in ('p', 'u', 'f', 'c', 'x') and c.conparentid = 0 and""" + TABLE + "order by t.relname, c.contype desc, c.conname";

    /** Those that no constraint has made; columns only where they say all. */
    static final String INDEXES = """
            select quote_ident(t.relname) as table_name, quote_ident(i.relname) as name, x.indisunique as is_unique,
                case when x.indexprs is null and m.amname = 'btree' and x.indnkeyatts = x.indnatts and 0 = all (x.indoption) then
                    array(select quote_ident(a.attname) from unnest(x.indkey) with ordinality k (n, place)
                        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.n order by k.place) end as columns,
                pg_get_expr(x.indpred, x.indrelid) as predicate,
                pg_get_indexdef(i.oid, 0, true) as definition
            from pg_index x
            join pg_class i on i.oid = x.indexrelid
            join pg_am m on m.oid = i.relam
            join pg_class t on t.oid = x.indrelid
            where not exists (select 1 from pg_constraint c where c.conindid = i.oid and c.contype in ('p', 'u', 'x'))
                and""" + TABLE + "order by t.relname, i.relname";

    static final String ENUMS = """
            select quote_ident(y.typname) as name, array_agg(e.enumlabel::text order by e.enumsortorder) as labels
            from pg_type y
            join pg_enum e on e.enumtypid = y.oid
            where y.typnamespace = (select oid from pg_namespace where nspname = ?)
            group by y.typname order by y.typname
            """;

    static final String SEQUENCES = """
            select quote_ident(s.relname) as name, q.seqincrement as increment,
                case when p.refobjid is not null then quote_ident(o.relname) || '.' || quote_ident(a.attname) end as owner,
                coalesce(p.deptype = 'i', false) as identity,
                'as ' || format_type(q.seqtypid, null) || ' start with ' || q.seqstart || ' increment by ' || q.seqincrement
                    || case when q.seqmin = 1 then '' else ' minvalue ' || q.seqmin end
                    || case when q.seqcycle then ' cycle' else '' end as definition
            from pg_sequence q
            join pg_class s on s.oid = q.seqrelid
            left join pg_depend p on p.objid = s.oid and p.classid = 'pg_class'::regclass and p.refobjsubid > 0
                and p.deptype in ('a', 'i')
            left join pg_class o on o.oid = p.refobjid
            left join pg_attribute a on a.attrelid = p.refobjid and a.attnum = p.refobjsubid
            where s.relnamespace = (select oid from pg_namespace where nspname = ?)
            order by s.relname
            """;

    static final String OTHERS = """
            with here as (select oid from pg_namespace where nspname = ?)
            select 'view ' || quote_ident(relname) as name from pg_class, here where relnamespace = here.oid and relkind in ('v', 'm')
            union all
            select 'trigger ' || quote_ident(g.tgname) from pg_trigger g join pg_class t on t.oid = g.tgrelid, here
                where t.relnamespace = here.oid and not g.tgisinternal
            union all
            select 'domain ' || quote_ident(typname) from pg_type, here where typnamespace = here.oid and typtype = 'd'
            union all
            select 'function ' || quote_ident(f.proname) from pg_proc f, here where f.pronamespace = here.oid
                and not exists (select 1 from pg_depend d where d.objid = f.oid and d.deptype = 'e')
            order by 1
            """;

    private CatalogQueries() {}
}
