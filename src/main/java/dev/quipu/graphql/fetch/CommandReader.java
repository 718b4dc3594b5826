package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Names;
import dev.quipu.model.EntityModel;
import dev.quipu.mutation.Command;
import dev.quipu.mutation.InputPath;
import dev.quipu.mutation.Matching;
import dev.quipu.mutation.RowKey;
import dev.quipu.mutation.RowTarget;
import dev.quipu.mutation.RowWrite;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Understands the {@code input} of one root field of a mutation. */
final class CommandReader {

    private static final InputPath INPUT = InputPath.of("input");

    private final KeyReader keys;
    private final RowReader rows;
    private final BulkArguments bulk;

    CommandReader(KeyReader keys, RowReader rows, BulkArguments bulk) {
        this.keys = keys;
        this.rows = rows;
        this.bulk = bulk;
    }

    /**
     * The command that the input asks for.
     *
     * @throws InputProblemException if parts of the input contradict each other
     */
    Command read(MutationField field, Map<String, @Nullable Object> input) {
        EntityModel entity = field.entity();
        return switch (field.verb()) {
            case CREATE ->
                new Command.Create(
                        INPUT,
                        rows.read(entity, Inputs.object(input, Names.field(entity)), INPUT.then(Names.field(entity))));
            case UPDATE ->
                new Command.Update(
                        INPUT,
                        target(entity, input),
                        rows.read(entity, Inputs.object(input, "patch"), INPUT.then("patch")));
            case CREATE_ALL -> createAll(entity, input);
            case UPDATE_ALL -> updateAll(entity, input);
            case UPSERT -> upsert(entity, input);
            case DELETE -> new Command.Delete(INPUT, target(entity, input));
            case DELETE_ALL -> new Command.DeleteAll(INPUT, bulk.matching(entity, input, INPUT));
            case RESTORE -> new Command.Restore(INPUT, key(entity, input));
        };
    }

    private Command updateAll(EntityModel entity, Map<String, @Nullable Object> input) {
        InputPath path = INPUT.then("patch");
        Matching matching = bulk.matching(entity, input, INPUT);
        Map<String, @Nullable Object> patch = Inputs.object(input, "patch");
        bulk.requireAffordable(matching, patch, path);
        return new Command.UpdateAll(INPUT, matching, rows.read(entity, patch, path));
    }

    private Command createAll(EntityModel entity, Map<String, @Nullable Object> input) {
        InputPath path = INPUT.then(Names.plural(entity));
        List<Object> given = Inputs.list(input.get(Names.plural(entity)));
        bulk.requireAffordable(given.size(), path);
        return new Command.CreateAll(
                INPUT,
                entity,
                IntStream.range(0, given.size())
                        .mapToObj(i -> rows.read(entity, Inputs.object(given.get(i)), path.then(i)))
                        .toList());
    }

    private Command upsert(EntityModel entity, Map<String, @Nullable Object> input) {
        RowKey key = keys.read(entity, Inputs.object(input, "key"), INPUT.then("key"));
        RowWrite create = rows.read(entity, Inputs.object(input, "create"), INPUT.then("create"));
        RowWrite patch = input.get("patch") == null
                ? null
                : rows.read(entity, Inputs.object(input, "patch"), INPUT.then("patch"));
        return new Command.Upsert(INPUT, keys.target(key, input, INPUT), KeyedRow.of(key, create), patch);
    }

    private RowTarget target(EntityModel entity, Map<String, @Nullable Object> input) {
        return keys.target(key(entity, input), input, INPUT);
    }

    private RowKey key(EntityModel entity, Map<String, @Nullable Object> input) {
        return keys.ofId(entity, String.valueOf(input.get("id")), INPUT.then("id"));
    }
}
