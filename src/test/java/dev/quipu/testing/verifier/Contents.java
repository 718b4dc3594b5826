package dev.quipu.testing.verifier;

import dev.quipu.audit.AuditRecord;
import dev.quipu.model.EntityModel;
import dev.quipu.rule.engine.RulePlan;
import dev.quipu.rule.engine.RuledEntity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;

/**
 * What all tables hold but the audit trail, softly deleted rows included; each value is the text that PostgreSQL makes of it.
 *
 * @param rows by entity name and id: the values by column
 */
record Contents(Map<RowName, Map<String, String>> rows) {

    /** Which row: {@code Order 7}. */
    record RowName(String entity, String id) implements Comparable<RowName> {

        @Override
        public int compareTo(RowName other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return entity + " " + id;
        }
    }

    static Contents read(Session session) {
        Map<RowName, Map<String, String>> rows = new TreeMap<>();
        for (EntityModel entity : entities(session)) {
            if (AuditRecord.class.isAssignableFrom(entity.javaType())) {
                continue;
            }
            for (Object[] cell : cells(session, entity)) {
                rows.computeIfAbsent(new RowName(entity.name(), (String) cell[0]), name -> new TreeMap<>())
                        .put((String) cell[1], (String) cell[2]);
            }
        }
        return new Contents(rows);
    }

    /** Without stamps, which say when the test ran. */
    private static List<Object[]> cells(Session session, EntityModel entity) {
        String stamps = StoredAttribute.of(entity).stream()
                .filter(StoredAttribute::stamped)
                .map(StoredAttribute::column)
                .collect(Collectors.joining(","));
        String sql = "select cast(t." + entity.id().column() + " as text), c.key, c.value from " + entity.table()
                + " t, jsonb_each_text(to_jsonb(t) - cast('{" + stamps + "}' as text[])) c where c.value is not null";
        return session.createNativeQuery(sql, Object[].class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .getResultList();
    }

    /** Empties all tables. */
    static void clear(Session session) {
        execute(session, "truncate " + tables(session));
    }

    /** Keeps what the tables hold now, for {@link #restore}. */
    static void keep(Session session) {
        for (EntityModel entity : entities(session)) {
            execute(session, "drop table if exists " + kept(entity));
            execute(session, "create table " + kept(entity) + " as table " + entity.table());
        }
    }

    /** Puts back what was kept; foreign keys are not asked, since it was right. */
    static void restore(Session session) {
        clear(session);
        execute(session, "set local session_replication_role = replica");
        for (EntityModel entity : entities(session)) {
            execute(session, "insert into " + entity.table() + " table " + kept(entity));
        }
    }

    private static String kept(EntityModel entity) {
        return "given_" + entity.table();
    }

    private static String tables(Session session) {
        return entities(session).stream().map(EntityModel::table).collect(Collectors.joining(", "));
    }

    private static List<EntityModel> entities(Session session) {
        return RulePlan.of(session.getSessionFactory()).entities().stream()
                .map(RuledEntity::model)
                .toList();
    }

    /** Below Hibernate, which has the rules in its way. */
    private static void execute(Session session, String sql) {
        session.doWork(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }
}
