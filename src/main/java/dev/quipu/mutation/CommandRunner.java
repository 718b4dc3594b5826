package dev.quipu.mutation;

import dev.quipu.change.SoftDeletion;
import dev.quipu.mutation.Command.Call;
import dev.quipu.mutation.Command.Create;
import dev.quipu.mutation.Command.Delete;
import dev.quipu.mutation.Command.Restore;
import dev.quipu.mutation.Command.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries out the commands of one attempt, in memory. */
final class CommandRunner {

    private final Attempt attempt;
    private final RowState state;
    private final RowFinder finder;
    private final RowRemover remover;
    private final RowWriter writer;

    CommandRunner(Attempt attempt) {
        this.attempt = attempt;
        this.state = new RowState(attempt.session());
        this.finder = new RowFinder(attempt, state);
        this.remover = new RowRemover(attempt, state, finder);
        this.writer = new RowWriter(attempt, state, finder, remover);
    }

    /** The results, which are known when the session was flushed. */
    Supplier<List<Result>> run() {
        List<Supplier<Result>> results = new ArrayList<>();
        for (int i = 0; i < attempt.commands().size(); i++) {
            attempt.begin(i);
            results.add(run(attempt.commands().get(i)));
        }
        return () -> results.stream().map(Supplier::get).toList();
    }

    private Supplier<Result> run(Command command) {
        if (command instanceof Create create) {
            return result(command, writer.create(create.row(), null));
        }
        if (command instanceof Update update) {
            Object row = finder.require(update.target());
            if (row != null) {
                writer.patch(row, update.patch());
            }
            return result(command, row);
        }
        if (command instanceof Delete delete) {
            Object id = remover.remove(delete.target());
            return () -> new Result(command, settled(id));
        }
        if (command instanceof Call call) {
            return new CallRunner(attempt, finder).run(call);
        }
        return result(command, restored((Restore) command));
    }

    private @Nullable Object restored(Restore command) {
        Object id = Objects.requireNonNull(command.key().id(), "rows are restored by their id");
        // nothing is flushed any more when something was refused
        Object row = attempt.refusalCount() == 0
                ? SoftDeletion.restore(attempt.session(), command.entity(), id)
                : SoftDeletion.find(attempt.session(), command.entity(), id);
        if (row == null) {
            finder.refuse(command.key(), "There is no deleted " + command.key());
        }
        return row;
    }

    private Supplier<Result> result(Command command, @Nullable Object row) {
        return () -> new Result(command, state.storedId(command.entity(), settled(row)));
    }

    private static Object settled(@Nullable Object value) {
        return Objects.requireNonNull(value, "results are asked for when nothing was refused");
    }
}
