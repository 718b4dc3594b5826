package dev.quipu.rule.engine.interleaving;

import dev.quipu.rule.engine.interleaving.Haulage.Crate;
import dev.quipu.rule.engine.interleaving.Haulage.Depot;
import dev.quipu.rule.engine.interleaving.Haulage.Parcel;
import dev.quipu.rule.engine.interleaving.Haulage.Truck;
import dev.quipu.testing.RuledDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/** What the tables hold: set to the beginning, and read. */
final class Stored {

    private static final List<String> TABLES = List.of("depots", "trucks", "crates", "parcels");
    private static final int RESETS_BEFORE_VACUUM = 200;

    private final Connection connection;
    private int resets;

    /** Fills the tables through the rules, and keeps a copy. */
    Stored(RuledDatabase database, Connection connection) throws SQLException {
        this.connection = connection;
        database.transact(Stored::fill);
        database.transact(session -> {
            session.find(Truck.class, 1L).capacity = 40;
            session.remove(session.find(Parcel.class, 3L));
            session.remove(session.find(Parcel.class, 4L));
        });
        for (String table : TABLES) {
            execute("create table " + table + "_at_first as table " + table);
        }
    }

    private static void fill(Session session) {
        for (long id = 1; id <= 2; id++) {
            Depot depot = new Depot();
            depot.id = id;
            session.persist(depot);
            Truck truck = new Truck();
            truck.id = id;
            truck.depot = depot;
            truck.rate = 1;
            truck.capacity = 50;
            session.persist(truck);
        }
        crate(session, 1, 1, 10);
        crate(session, 2, 1, 7);
        crate(session, 3, 2, 11);
        crate(session, 4, 2, 3);
        parcel(session, 1, 4);
        parcel(session, 2, 6);
        parcel(session, 3, 9);
        parcel(session, 4, 3);
    }

    private static void crate(Session session, long id, long truck, int weight) {
        Crate crate = new Crate();
        crate.id = id;
        crate.truck = session.find(Truck.class, truck);
        crate.weight = weight;
        session.persist(crate);
    }

    private static void parcel(Session session, long id, int weight) {
        Parcel parcel = new Parcel();
        parcel.id = id;
        parcel.truck = session.find(Truck.class, 1L);
        parcel.weight = weight;
        session.persist(parcel);
    }

    /** Puts everything back as it was at first. */
    void reset() throws SQLException {
        StringBuilder sql =
                new StringBuilder("delete from parcels; delete from crates; delete from trucks; delete from depots;");
        TABLES.forEach(table -> sql.append("insert into " + table + " table " + table + "_at_first;"));
        execute(sql.toString());
        if (++resets % RESETS_BEFORE_VACUUM == 0) {
            execute("vacuum " + String.join(", ", TABLES));
        }
    }

    /** A line for each row, all columns, of the time of a deletion only whether there is one. */
    List<String> read() throws SQLException {
        List<String> selects = TABLES.stream()
                .map(table -> "select '" + table
                        + "' as table_, id, (to_jsonb(t) - 'deleted_at' || jsonb_build_object('deleted',"
                        + " to_jsonb(t) ->> 'deleted_at' is not null))::text from " + table + " t")
                .toList();
        List<String> lines = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(String.join(" union all ", selects) + " order by 1, 2")) {
            while (rows.next()) {
                lines.add(rows.getString(1) + " " + rows.getString(3));
            }
        }
        return lines;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
