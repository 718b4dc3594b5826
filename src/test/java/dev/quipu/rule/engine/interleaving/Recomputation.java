package dev.quipu.rule.engine.interleaving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is derived in {@code Haulage}, in SQL written by hand, from nothing but what is not derived. */
final class Recomputation {

    private static final String DIFFERENCES = """
            with crate_ as (
              select c.id, c.truck_id, c.weight, c.weight * t.rate as charge from crates c left join trucks t on t.id = c.truck_id),
            parcel_ as (
              select p.id, p.truck_id, p.weight, p.weight * t.rate as charge from parcels p left join trucks t on t.id = p.truck_id
              where p.deleted_at is null),
            truck_ as (
              select t.id, t.depot_id, t.capacity,
                coalesce((select sum(weight) from crate_ c where c.truck_id = t.id), 0) as load,
                coalesce((select sum(charge) from crate_ c where c.truck_id = t.id and weight > 3), 0) as charge,
                (select count(*) from crate_ c where c.truck_id = t.id) as crate_count,
                (select max(weight) from crate_ c where c.truck_id = t.id) as heaviest,
                (select min(weight) from crate_ c where c.truck_id = t.id) as lightest,
                coalesce((select sum(weight) from parcel_ p where p.truck_id = t.id), 0) as parcel_load,
                coalesce((select sum(charge) from parcel_ p where p.truck_id = t.id), 0) as parcel_charge,
                (select max(weight) from parcel_ p where p.truck_id = t.id) as heaviest_parcel
              from trucks t),
            depot_ as (
              select d.id,
                coalesce((select sum(charge + parcel_charge) from truck_ t where t.depot_id = d.id), 0) as total,
                (select count(*) from truck_ t where t.depot_id = d.id) as truck_count,
                (select max(heaviest) from truck_ t where t.depot_id = d.id) as heaviest
              from depots d),
            stored as (
              select 'crate', id, array[charge] from crates
              union all select 'parcel', id, array[charge] from parcels where deleted_at is null
              union all select 'truck', id, array[load, charge, crate_count, heaviest, lightest, parcel_load, parcel_charge,
                heaviest_parcel, total] from trucks
              union all select 'depot', id, array[total, truck_count, heaviest] from depots),
            recomputed as (
              select 'crate', id, array[charge] from crate_
              union all select 'parcel', id, array[charge] from parcel_
              union all select 'truck', id, array[load, charge, crate_count, heaviest, lightest, parcel_load, parcel_charge,
                heaviest_parcel, charge + parcel_charge] from truck_
              union all select 'depot', id, array[total, truck_count, heaviest] from depot_)
            (select 'stored' as what, * from stored except select 'stored', * from recomputed)
            union all (select 'recomputed', * from recomputed except select 'recomputed', * from stored)
            union all select 'overloaded', 'truck', id, array[load, parcel_load, capacity] from truck_
              where load + parcel_load > capacity
            order by 2, 3, 1 desc
            """;

    private Recomputation() {}

    /** The symmetric difference of what is stored and what is recomputed, and what breaks the invariant. */
    static List<String> differences(Connection connection) throws SQLException {
        List<String> differences = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(DIFFERENCES)) {
            while (rows.next()) {
                differences.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3) + " "
                        + rows.getString(4));
            }
        }
        return differences;
    }
}
