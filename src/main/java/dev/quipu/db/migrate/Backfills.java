package dev.quipu.db.migrate;

import dev.quipu.db.migrate.Step.Phase;
import dev.quipu.db.schema.Column;
import dev.quipu.db.schema.Difference;
import dev.quipu.db.schema.EntitySchema;
import dev.quipu.db.schema.Table;
import dev.quipu.rule.tool.RuleBackfill;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.SessionFactory;

/** The steps that fill derived attributes which are new or follow from another rule than before. */
record Backfills(SessionFactory entities, Connection connection) {

    List<Step> of(List<Difference> differences) throws SQLException {
        Set<String> added = new HashSet<>();
        Set<String> changed = new HashSet<>();
        Set<String> newTables = new HashSet<>();
        for (Difference difference : differences) {
            if (difference.after() instanceof Table table && difference.before() == null) {
                newTables.add(table.name().replace("\"", ""));
            } else if (difference.after() instanceof Column column && column.comment() != null) {
                if (difference.before() == null) {
                    added.add(column.plainName());
                } else if (difference.before() instanceof Column before
                        && !Objects.equals(before.comment(), column.comment())) {
                    changed.add(column.plainName());
                }
            }
        }
        if (added.isEmpty() && changed.isEmpty()) {
            return List.of();
        }
        return EntitySchema.within(entities, connection, empty -> new RuleBackfill(entities)
                        .statements(empty, added, changed, newTables))
                .stream()
                .map(statement -> Step.of(Phase.BACKFILL, statement.sql(), "").with(statement.sentence()))
                .toList();
    }
}
