package dev.quipu.db.migrate;

import dev.quipu.db.migrate.Step.Phase;
import dev.quipu.db.schema.Constraint;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables that come: each after those it refers to, as far as they do not refer to each other. */
final class NewTables {

    private static final Pattern TARGET = Pattern.compile("\\) references (\"(?:[^\"]|\"\")+\"|\\w+)\\(");

    private final Set<String> made = new HashSet<>();
    private final List<String> statements = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private NewTables() {}

    static List<Step> steps(List<Table> tables, Schema was) {
        if (tables.isEmpty()) {
            return List.of();
        }
        NewTables order = new NewTables();
        order.made.addAll(was.tables().keySet());
        List<Table> left = new ArrayList<>(tables);
        while (!left.isEmpty()) {
            Table next = left.stream().filter(order::isReady).findFirst().orElse(left.get(0));
            left.remove(next);
            order.make(next);
        }
        // together, so that those that refer to each other fall, too
        String drop = "drop table " + String.join(", ", order.names) + ";";
        order.steps.add(Step.of(Phase.TABLE, String.join("\n\n", order.statements), drop));
        return order.steps;
    }

    private boolean isReady(Table table) {
        return references(table).stream().allMatch(reference -> isMade(table, reference));
    }

    private void make(Table table) {
        List<Constraint> references = references(table);
        Set<Constraint> within = references.stream()
                .filter(reference -> isMade(table, reference))
                .collect(Collectors.toSet());
        statements.add(Ddl.create(table, within::contains));
        references.stream()
                .filter(reference -> !within.contains(reference))
                .forEach(reference -> steps.add(Step.of(Phase.REFER, Ddl.add(reference), "")));
        names.add(table.name());
        made.add(table.name());
    }

    private static List<Constraint> references(Table table) {
        return table.constraints().values().stream()
                .filter(constraint -> constraint.kind() == Constraint.Kind.FOREIGN_KEY)
                .toList();
    }

    private boolean isMade(Table table, Constraint reference) {
        Matcher target = TARGET.matcher(reference.definition());
        return target.find() && (target.group(1).equals(table.name()) || made.contains(target.group(1)));
    }
}
