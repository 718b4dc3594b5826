package dev.quipu.rule.tool;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.BasicAttribute.Format;
import dev.quipu.rule.RuleSentence;
import dev.quipu.rule.engine.RulePlan;
import dev.quipu.rule.engine.RuledEntity;
import dev.quipu.rule.engine.Stage;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.engine.jdbc.internal.FormatStyle;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;

/** Gives the SQL that fills derived columns from the rows that exist, for the versions of the schema. */
public final class RuleBackfill {

    /**
     * One statement.
     *
     * @param sentence what it does
     * @param sql with its semicolon; needs no Hibernate
     */
    public record Statement(String sentence, String sql) {}

    private final SessionFactory sessionFactory;
    private final RulePlan plan;

    public RuleBackfill(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
        plan = RulePlan.of(sessionFactory);
    }

    /**
     * Every column that a rule fills, {@code "orders.amount_total"}, names without quotes; and the SQL condition of the rows that it
     * passes over until they are restored, when it fills them: {@code "deleted_at is not null"}, else {@code "false"}.
     */
    public Map<String, String> columns() {
        Map<String, String> columns = new HashMap<>();
        for (RuledEntity entity : plan.entities()) {
            BasicAttribute deletedAt = entity.model().deletedAt();
            entity.model()
                    .basics()
                    .filter(BasicAttribute::derived)
                    .forEach(attribute -> columns.put(
                            column(entity, attribute),
                            deletedAt == null || isCopy(entity, attribute)
                                    ? "false"
                                    : sqlName(entity, deletedAt) + " is not null"));
        }
        return columns;
    }

    /** What a copy was at its time, restoring a row does not say. */
    private boolean isCopy(RuledEntity entity, BasicAttribute attribute) {
        return plan.stages().stream()
                .flatMap(stage -> stage.locals().stream())
                .anyMatch(rule -> rule.isCopy()
                        && rule.entity().name().equals(entity.name())
                        && rule.target().name().equals(attribute.name()));
    }

    /**
     * In the order of evaluation, those of all that follows from these columns too: whoever sums a column that becomes right has to
     * sum it again. A copy is filled when it is new, with what its parent has now; one of its time is left alone.
     *
     * @param schema has the tables as they will be, without rows; Hibernate translates by asking there
     * @param added the columns that are new, {@code "orders.amount_total"}
     * @param changed those that have another rule than before
     * @param newTables the tables without rows, from which nothing follows
     */
    public List<Statement> statements(
            Connection schema, Set<String> added, Set<String> changed, Set<String> newTables) {
        Set<AttributeEdge.Node> due = new HashSet<>();
        for (RuledEntity entity : plan.entities()) {
            entity.model()
                    .basics()
                    .filter(BasicAttribute::derived)
                    .filter(attribute ->
                            added.contains(column(entity, attribute)) || changed.contains(column(entity, attribute)))
                    .forEach(attribute -> due.add(new AttributeEdge.Node(entity.name(), attribute.name())));
        }
        follow(due);
        List<Statement> statements = new ArrayList<>();
        for (Stage stage : plan.stages()) {
            if (newTables.contains(stage.entity().model().table())) {
                continue;
            }
            List<Recomputation> rules = Stream.concat(
                            stage.aggregates().stream()
                                    .filter(rule -> isDue(rule.parent(), rule.target(), due))
                                    .filter(rule -> !newTables.contains(
                                            rule.child().model().table()))
                                    .map(Recomputation::of),
                            stage.locals().stream()
                                    .filter(rule -> isDue(rule.entity(), rule.target(), due))
                                    .filter(rule ->
                                            !rule.isCopy() || added.contains(column(rule.entity(), rule.target())))
                                    .map(Recomputation::of))
                    .toList();
            if (!rules.isEmpty() && Recomputation.isRecursive(stage)) {
                statements.add(untilNothingChanges(schema, rules));
            } else {
                rules.forEach(rule -> statements.add(new Statement(sentence(rule), update(schema, rule))));
            }
        }
        return statements;
    }

    private void follow(Set<AttributeEdge.Node> due) {
        Set<AttributeEdge> edges = AttributeEdge.of(plan);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (AttributeEdge edge : edges) {
                if (!edge.kind().equals("copy") && due.contains(edge.from())) {
                    grown |= due.add(edge.to());
                }
            }
        }
    }

    private static boolean isDue(RuledEntity entity, BasicAttribute target, Set<AttributeEdge.Node> due) {
        return due.contains(new AttributeEdge.Node(entity.name(), target.name()));
    }

    private static String column(RuledEntity entity, BasicAttribute attribute) {
        return entity.model().table() + "." + attribute.column();
    }

    private static String sentence(Recomputation rule) {
        return rule.rule() + ": "
                + RuleSentence.of(Objects.requireNonNull(rule.target().rule()));
    }

    private String update(Connection schema, Recomputation rule) {
        String table = persister(rule.entity()).getIdentifierTableName();
        String column = sqlName(rule.entity(), rule.target());
        String id = persister(rule.entity()).getIdentifierColumnNames()[0];
        return "update " + table + " set " + column + " = due.value\nfrom (\n"
                + sql(schema, rule).indent(4) + ") due (id, value)\nwhere " + table + "." + id + " = due.id and "
                + table
                + "." + column + " is distinct from due.value;";
    }

    /** As many rounds as rows are deep. In quotes, not in dollars, in which Liquibase does not look for the end of a statement. */
    private Statement untilNothingChanges(Connection schema, List<Recomputation> rules) {
        StringBuilder rounds =
                new StringBuilder("declare\n    busy boolean;\nbegin\nfor round in 1..1000 loop\n    busy := false;\n");
        for (Recomputation rule : rules) {
            rounds.append(update(schema, rule).indent(4)).append("    busy := busy or found;\n");
        }
        rounds.append("    exit when not busy;\nend loop;\nif busy then\n"
                + "    raise exception 'RULE-202 Rows differ again once they are filled. Look for rows that are their own ancestors.';\n"
                + "end if;\nend");
        return new Statement(
                rules.stream().map(RuleBackfill::sentence).collect(Collectors.joining("; ")),
                "do '\n" + rounds.toString().replace("'", "''") + "\n';");
    }

    /** In quotes if the mapping has it so. */
    private String sqlName(RuledEntity entity, BasicAttribute attribute) {
        return persister(entity).getPropertyColumnNames(attribute.name())[0];
    }

    private EntityPersister persister(RuledEntity entity) {
        return sessionFactory
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(entity.model().entityName());
    }

    private String sql(Connection schema, Recomputation rule) {
        List<String> sql = new ArrayList<>();
        UnaryOperator<String> listener = statement -> {
            sql.add(statement);
            return statement;
        };
        try (Session session = sessionFactory
                .withOptions()
                .connection(schema)
                .statementInspector(listener)
                .openSession()) {
            session.createSelectionQuery("select this_.id, " + value(rule) + " from " + rule.source(), Object[].class)
                    .getResultList();
        }
        return FormatStyle.BASIC
                .getFormatter()
                .format(sql.get(0))
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** Expressions speak of enums by name, and some columns do not. */
    private static String value(Recomputation rule) {
        BasicAttribute target = rule.target();
        if (target.format() != Format.ENUM_ORDINAL) {
            return rule.value();
        }
        StringBuilder ordinal = new StringBuilder("case " + rule.value());
        for (Object constant : target.type().getEnumConstants()) {
            ordinal.append(" when '" + ((Enum<?>) constant).name() + "' then " + ((Enum<?>) constant).ordinal());
        }
        return ordinal.append(" end").toString();
    }
}
