package dev.quipu.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a JSON array of groups: one subquery, in which every expression over a key repeats the key's own. */
final class GroupCompiler {

    private final Grouping grouping;
    private final Range range;
    private final Statement statement;
    private final SelectionCompiler selections;

    GroupCompiler(Grouping grouping, Range range, Statement statement) {
        this.grouping = grouping;
        this.range = range;
        this.statement = statement;
        this.selections = new SelectionCompiler(statement);
    }

    /** {@code ja((select jo('key', ..) from Order e1 where .. group by e1.status having .. order by e1.status limit 50), 0)}. */
    String array(String rows) {
        String object = SelectionCompiler.object(
                grouping.parts().stream().map(part -> SelectionCompiler.pair(part.key(), value(part))));
        String offset = grouping.offset() == 0 ? "" : " offset " + statement.bind(grouping.offset());
        return "ja((select " + object + rows + " group by "
                + grouping.keys().stream().map(this::expression).collect(Collectors.joining(", "))
                + having() + " order by " + order() + " limit " + grouping.size() + offset + "), 0)";
    }

    private String value(GroupPart part) {
        if (part instanceof GroupPart.Key key) {
            return SelectionCompiler.object(
                    key.parts().stream().map(value -> SelectionCompiler.pair(value.key(), value(value))));
        }
        return part instanceof GroupPart.Aggregate aggregate
                ? new AggregateCompiler(range).object(aggregate.parts())
                : Statement.literal(((GroupPart.Constant) part).text());
    }

    private String value(GroupPart.KeyPart part) {
        if (part instanceof GroupPart.KeyPart.Value value) {
            return value.of().printed(range, grouping.timeZone());
        }
        return part instanceof GroupPart.KeyPart.Shared shared ? selections.value(shared.output(), range) : "null";
    }

    private String having() {
        return grouping.having() == null
                ? ""
                : " having "
                        + String.join(" and ", new ConditionCompiler(statement).predicates(grouping.having(), range));
    }

    private String order() {
        List<String> orders = new ArrayList<>();
        grouping.orders()
                .forEach(order ->
                        orders.add(expression(order) + order.direction().hql()));
        Stream<GroupKey> others = grouping.keys().stream().filter(key -> grouping.orders().stream()
                .noneMatch(order ->
                        order instanceof GroupOrder.ByKey by && by.key().equals(key)));
        others.forEach(key -> orders.add(expression(key)));
        return String.join(", ", orders);
    }

    private String expression(GroupOrder order) {
        return order instanceof GroupOrder.ByKey by
                ? expression(by.key())
                : ((GroupOrder.ByMeasure) order).measure().over(range, null);
    }

    private String expression(GroupKey key) {
        return key.expression(range, grouping.timeZone());
    }
}
