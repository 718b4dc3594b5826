package dev.quipu.rule.tool;

import dev.quipu.model.BasicAttribute;
import dev.quipu.rule.engine.AggregateRule;
import dev.quipu.rule.engine.LocalRule;
import dev.quipu.rule.engine.RuledEntity;
import dev.quipu.rule.engine.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A rule as one set-based statement: the rows whose stored value is not what the rule gives.
 *
 * @param entity whose rows
 * @param target the attribute that the rule owns
 * @param rule the rule's name
 * @param source the HQL of the from clause; the entity's row is {@code this_}
 * @param sourceAmong the same, for the rows whose ids are {@code :ids}
 * @param value the HQL of what the attribute should be
 * @param wrong the HQL predicate that holds where it is not
 */
record Recomputation(
        RuledEntity entity,
        BasicAttribute target,
        String rule,
        String source,
        String sourceAmong,
        String value,
        String wrong) {

    /** Those of a stage, in the order of evaluation; a copy has none. */
    static List<Recomputation> of(Stage stage) {
        return Stream.concat(
                        stage.aggregates().stream().map(Recomputation::of),
                        stage.locals().stream().filter(rule -> !rule.isCopy()).map(Recomputation::of))
                .toList();
    }

    static Recomputation of(AggregateRule rule) {
        String value = rule.kind().additive() ? "coalesce(derived_.derived, 0)" : "derived_.derived";
        return new Recomputation(
                rule.parent(),
                rule.target(),
                rule.name(),
                grouped(rule, "is not null"),
                grouped(rule, "in :ids"),
                value,
                Inequality.between("this_." + rule.target().name(), value, rule.target()));
    }

    /** Parents with what their children come to: grouped once, where a subquery for each parent would search once a parent. */
    private static String grouped(AggregateRule rule, String parents) {
        String parent = "child_." + rule.reference().name() + ".id";
        String condition = rule.where() == null ? "" : " and (" + rule.where().text() + ")";
        return rule.parent().entityName() + " this_ left join (select " + parent + " as parent, " + aggregate(rule)
                + " as derived from " + rule.child().entityName() + " child_ where " + parent + " " + parents
                + condition + " group by " + parent + ") derived_ on derived_.parent = this_.id";
    }

    private static String aggregate(AggregateRule rule) {
        if (rule.value() == null) {
            return "count(*)";
        }
        String value = "(child_." + rule.value().name() + ")";
        return switch (rule.kind()) {
            case SUM -> "sum" + value;
            case COUNT -> "count" + value;
            case MIN -> "min" + value;
            case MAX -> "max" + value;
            case AVERAGE -> average(rule, value);
        };
    }

    /** PostgreSQL's own: HQL's takes whole numbers for floating-point ones. */
    private static String average(AggregateRule rule, String value) {
        String average = "sql('avg(?)', " + value + ")";
        return rule.target().type() == Double.class
                ? "cast(" + average + " as Double)"
                : Inequality.asStored(average, BigDecimal.class, rule.target());
    }

    static Recomputation of(LocalRule rule) {
        QualifiedExpression expression = QualifiedExpression.of(rule.entity(), rule.expression());
        Class<?> type = rule.expression().type();
        String value = Inequality.asStored(expression.text(), type, rule.target());
        String stored = "this_." + rule.target().name();
        boolean named = rule.target().type().isEnum() && type == String.class;
        String wrong =
                Inequality.between(named ? Inequality.nameOf(stored, rule.target()) : stored, value, rule.target());
        return new Recomputation(
                rule.entity(), rule.target(), rule.name(), expression.source(), expression.source(), value, wrong);
    }

    /** Selects the id, the stored value, the right one, and how many rows there are in all. */
    String differences() {
        return select(", count(*) over ()") + " from " + source + " where " + wrong + " order by this_.id";
    }

    /** Selects the ids. */
    String ids() {
        return "select this_.id from " + source + " where " + wrong + " order by this_.id";
    }

    /** Parameter: {@code ids}. Selects the id, the stored value and the right one. */
    String differencesAmong() {
        return select("") + " from " + sourceAmong + " where this_.id in :ids and " + wrong + " order by this_.id";
    }

    private String select(String more) {
        return "select this_.id, this_." + target.name() + ", " + value + more;
    }

    /** Whether its rows are computed from rows of the same entity, so that mending one may make another differ. */
    static boolean isRecursive(Stage stage) {
        return stage.aggregates().stream().anyMatch(rule -> rule.child() == stage.entity())
                || stage.locals().stream().anyMatch(rule -> rule.expression().reads().stream()
                        .flatMap(path -> path.references().stream())
                        .anyMatch(reference ->
                                reference.target().equals(stage.entity().entityName())));
    }
}
