package dev.quipu.query;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the predicate of a filter. Relations become EXISTS, never joins: a join would multiply the rows, or drop some. */
final class ConditionCompiler {

    private static final String TRUE = "1 = 1";
    private static final String FALSE = "1 = 0";

    private final Statement statement;

    ConditionCompiler(Statement statement) {
        this.statement = statement;
    }

    /** The predicate over a row of the range, in parentheses where it needs them. */
    String predicate(Condition condition, Range range) {
        if (condition instanceof Condition.And all) {
            return joined(all.parts(), " and ", TRUE, range);
        }
        if (condition instanceof Condition.Or any) {
            return joined(any.parts(), " or ", FALSE, range);
        }
        if (condition instanceof Condition.Not not) {
            return "not (" + predicate(not.part(), range) + ")";
        }
        if (condition instanceof Condition.Compare it) {
            String path = range.path(it.attribute().name());
            return it.operator().predicate(new Comparand(path, it.attribute(), it.operand(), statement));
        }
        if (condition instanceof Condition.CompareKey it) {
            String path = "fk(" + range.path(it.reference().name()) + ")";
            return it.operator().predicate(new Comparand(path, it.id(), it.operand(), statement));
        }
        if (condition instanceof Condition.Referenced it) {
            Range target =
                    statement.range(it.target(), range.path(it.reference().name()));
            return exists(target, predicate(it.condition(), target));
        }
        return elements((Condition.Elements) condition, range);
    }

    private String elements(Condition.Elements it, Range range) {
        Range elements =
                statement.range(it.element(), range.path(it.collection().name()));
        String matches = predicate(it.condition(), elements);
        return switch (it.quantifier()) {
            case SOME -> exists(elements, matches);
            case NONE -> "not " + exists(elements, matches);
            // an element for which the condition is unknown does not match
            case EVERY -> "not " + exists(elements, "case when " + matches + " then false else true end");
        };
    }

    private static String exists(Range range, String predicate) {
        String where = predicate.equals(TRUE) ? "" : " where " + predicate;
        return "exists (select 1" + range.from() + where + ")";
    }

    private String joined(List<Condition> parts, String word, String none, Range range) {
        if (parts.size() == 1) {
            return predicate(parts.get(0), range);
        }
        return parts.isEmpty()
                ? none
                : parts.stream().map(part -> predicate(part, range)).collect(Collectors.joining(word, "(", ")"));
    }
}
