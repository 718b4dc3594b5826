package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.query.GroupKey;
import dev.quipu.query.GroupPart;
import dev.quipu.query.GroupPart.KeyPart;
import dev.quipu.query.Grouping;
import dev.quipu.query.Output;
import graphql.schema.SelectedField;
import java.util.List;

/** Reads what is selected of {@code groupBy}, and its arguments. */
final class GroupSelections {

    private final Shown shown;
    private final Selections selections;
    private final AggregateSelections aggregates;
    private final GroupArguments arguments;

    GroupSelections(Shown shown, Selections selections, AggregateSelections aggregates, GroupArguments arguments) {
        this.shown = shown;
        this.selections = selections;
        this.aggregates = aggregates;
        this.arguments = arguments;
    }

    Grouping grouping(EntityModel entity, SelectedField field) {
        List<GroupKey> keys = GroupArguments.keys(field.getArguments());
        List<GroupPart> parts = field.getSelectionSet().getImmediateFields().stream()
                .map(part -> part(entity, keys, part))
                .toList();
        return arguments.grouping(entity, field.getArguments(), keys, parts);
    }

    private GroupPart part(EntityModel entity, List<GroupKey> keys, SelectedField field) {
        String key = field.getResultKey();
        return switch (field.getName()) {
            case "key" ->
                new GroupPart.Key(
                        key,
                        field.getSelectionSet().getImmediateFields().stream()
                                .map(value -> value(entity, keys, value))
                                .toList());
            case "aggregate" -> new GroupPart.Aggregate(key, aggregates.parts(entity, field.getSelectionSet()));
            default -> new GroupPart.Constant(key, Names.group(entity));
        };
    }

    private KeyPart value(EntityModel entity, List<GroupKey> keys, SelectedField field) {
        String key = field.getResultKey();
        String name = field.getName();
        if (name.equals(Selections.TYPE_NAME)) {
            return new KeyPart.Shared(new Output.Constant(key, Names.groupKeyValue(entity)));
        }
        if (entity.attribute(name) instanceof BasicAttribute) {
            GroupKey named = GroupArguments.named(name, keys);
            return named == null ? new KeyPart.Absent(key) : new KeyPart.Value(key, named);
        }
        if (entity.attribute(name) instanceof ToOneAttribute reference) {
            EntityModel target = shown.target(reference);
            Output whole = new Output.Reference(key, reference, selections.entity(target, field.getSelectionSet()));
            return shared(reference, keys, whole);
        }
        ToOneAttribute reference = ForeignKeys.named(name, entity, shown);
        return shared(reference, keys, new Output.ForeignKey(key, reference));
    }

    private static KeyPart shared(ToOneAttribute reference, List<GroupKey> keys, Output output) {
        return keys.stream().anyMatch(key -> key.attribute().equals(reference))
                ? new KeyPart.Shared(output)
                : new KeyPart.Absent(output.key());
    }
}
