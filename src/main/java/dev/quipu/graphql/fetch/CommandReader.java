package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Names;
import dev.quipu.model.EntityModel;
import dev.quipu.mutation.Command;
import dev.quipu.mutation.InputPath;
import dev.quipu.mutation.RowKey;
import dev.quipu.mutation.RowTarget;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands the {@code input} of one root field of a mutation. */
final class CommandReader {

    private static final InputPath INPUT = InputPath.of("input");

    private final KeyReader keys;
    private final RowReader rows;

    CommandReader(KeyReader keys, RowReader rows) {
        this.keys = keys;
        this.rows = rows;
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
            case DELETE -> new Command.Delete(INPUT, target(entity, input));
            case RESTORE -> new Command.Restore(INPUT, key(entity, input));
        };
    }

    private RowTarget target(EntityModel entity, Map<String, @Nullable Object> input) {
        return keys.target(key(entity, input), input, INPUT);
    }

    private RowKey key(EntityModel entity, Map<String, @Nullable Object> input) {
        return keys.ofId(entity, String.valueOf(input.get("id")), INPUT.then("id"));
    }
}
