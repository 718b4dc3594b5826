package dev.quipu.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the predicate of a filter. Relations become EXISTS, never joins: a join would multiply the rows, or drop some. A negation
 * is carried down to the comparisons, which in SQL's logic of three values comes to the same.
 */
final class ConditionCompiler {

    private final Statement statement;

    ConditionCompiler(Statement statement) {
        this.statement = statement;
    }

    /** The predicate over a row of the range, as one of the parts of an AND. */
    String predicate(Condition condition, Range range) {
        return predicate(condition, range, false).conjunct();
    }

    /** The predicates over the rows of the range together, in an SQL aggregate each. */
    List<String> predicates(MeasureCondition condition, Range range) {
        return condition.comparisons().stream()
                .map(comparison ->
                        compare(comparison, comparison.measure().over(range, where(condition.filter(), range))))
                .toList();
    }

    private Predicate predicate(Condition condition, Range range, boolean negated) {
        if (condition instanceof Condition.And all) {
            return combined(all.parts(), range, negated, !negated);
        }
        if (condition instanceof Condition.Or any) {
            return combined(any.parts(), range, negated, negated);
        }
        if (condition instanceof Condition.Not not) {
            return predicate(not.part(), range, !negated);
        }
        if (condition instanceof Condition.Granted it) {
            return granted(it, range, negated);
        }
        if (condition instanceof Condition.Aggregated it) {
            return aggregated(it, range, negated);
        }
        return Predicate.one(comparison(condition, range), negated);
    }

    private Predicate granted(Condition.Granted it, Range range, boolean negated) {
        if (negated) {
            throw new IllegalArgumentException("what is not granted is not asked for");
        }
        return statement.permissions().granted(it.entity(), it.action(), it.attributes(), range.alias());
    }

    private Predicate combined(List<Condition> parts, Range range, boolean negated, boolean all) {
        List<Predicate> predicates =
                parts.stream().map(part -> predicate(part, range, negated)).toList();
        return all ? Predicate.all(predicates) : Predicate.any(predicates);
    }

    private String comparison(Condition condition, Range range) {
        if (condition instanceof Condition.Compare it) {
            String path = range.path(it.attribute());
            return it.operator().predicate(new Comparand(path, it.attribute(), it.operand(), statement));
        }
        if (condition instanceof Condition.CompareKey it) {
            String path = range.key(it.reference());
            return it.operator().predicate(new Comparand(path, it.id(), it.operand(), statement));
        }
        if (condition instanceof Condition.Referenced it) {
            Range target = range.target(it.reference(), it.target());
            return exists(target, predicate(it.condition(), target, false).text());
        }
        return elements((Condition.Elements) condition, range);
    }

    private String elements(Condition.Elements it, Range range) {
        Range elements = range.elements(it.collection(), it.element());
        String matches = predicate(it.condition(), elements, false).text();
        return switch (it.quantifier()) {
            case SOME -> exists(elements, matches);
            case NONE -> "not " + exists(elements, matches);
            // an element for which the condition is unknown does not match
            case EVERY -> "not " + exists(elements, "case when " + matches + " then false else true end");
        };
    }

    /** One scalar subquery a comparison: EXISTS would make false of unknown, and its negation true. */
    private Predicate aggregated(Condition.Aggregated it, Range range, boolean negated) {
        List<Predicate> predicates = it.condition().comparisons().stream()
                .map(comparison -> {
                    Range elements = range.elements(it.collection(), it.element());
                    String where = where(it.condition().filter(), elements);
                    return Predicate.one(
                            compare(comparison, comparison.measure().of(elements, where)), negated);
                })
                .toList();
        return negated ? Predicate.any(predicates) : Predicate.all(predicates);
    }

    private @Nullable String where(@Nullable Condition filter, Range range) {
        return filter == null ? null : predicate(filter, range, false).text();
    }

    private String compare(MeasureCondition.Comparison comparison, String measured) {
        return comparison
                .operator()
                .predicate(new Comparand(measured, comparison.measure().result(), comparison.operand(), statement));
    }

    private static String exists(Range range, String predicate) {
        boolean any = predicate.equals(Predicate.TRUE.text());
        return "exists (select 1" + range.rows(any ? List.of() : List.of(predicate)) + ")";
    }
}
