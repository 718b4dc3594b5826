package dev.quipu.mutation;

import dev.quipu.change.Settlement;
import dev.quipu.mutation.Command.Call;
import dev.quipu.mutation.Command.Create;
import dev.quipu.mutation.Command.CreateAll;
import dev.quipu.mutation.Command.Delete;
import dev.quipu.mutation.Command.DeleteAll;
import dev.quipu.mutation.Command.Restore;
import dev.quipu.mutation.Command.Update;
import dev.quipu.mutation.Command.UpdateAll;
import dev.quipu.mutation.Command.Upsert;
import dev.quipu.security.Action;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries out the commands of one attempt, in memory. */
final class CommandRunner {

    private final Attempt attempt;
    private final RowState state;
    private final RowFinder finder;
    private final RowRemover remover;
    private final RowWriter writer;
    private final RowRestorer restorer;
    private final MatchingRows matching;

    CommandRunner(Attempt attempt) {
        this.attempt = attempt;
        this.state = new RowState(attempt.session());
        this.finder = new RowFinder(attempt, state);
        this.remover = new RowRemover(attempt, state, finder);
        this.writer = new RowWriter(attempt, state, finder, remover);
        this.restorer = new RowRestorer(attempt, finder);
        this.matching = new MatchingRows(attempt);
    }

    /**
     * Carries out all, and settles it.
     *
     * @param validation judges the rows before they are written
     * @return the results
     * @throws MutationRefusedException with all that speaks against it
     */
    Supplier<List<Result>> settle(Consumer<Attempt> validation) {
        Supplier<List<Result>> results = run();
        attempt.judgement().judgeBefore();
        validation.accept(attempt);
        attempt.stopIfRefused();
        attempt.session().flush();
        attempt.judgement().judgeAfter(); // before anything is told of a state that may not be
        attempt.stopIfRefused();
        Settlement.judge(attempt.session());
        return results;
    }

    /** The results, which are known when the session was flushed. */
    private Supplier<List<Result>> run() {
        List<Command> commands = attempt.commands();
        Map<Integer, Supplier<Result>> results = new TreeMap<>();
        for (int position : new DeletionOrder(attempt.model()).of(commands)) {
            attempt.begin(position);
            results.put(position, run(commands.get(position)));
        }
        return () -> results.values().stream().map(Supplier::get).toList();
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
        if (command instanceof Upsert upsert) {
            return upserted(upsert);
        }
        if (command instanceof CreateAll all) {
            return results(command, all.rows().stream().map(row -> writer.create(row, null)));
        }
        if (command instanceof UpdateAll all) {
            List<?> rows = matching(all.matching(), attempt.judgement().possible(all.patch()));
            rows.forEach(row -> writer.patch(row, all.patch()));
            return results(command, rows.stream());
        }
        if (command instanceof DeleteAll all) {
            boolean possible = attempt.judgement().possible(Action.DELETE, all.entity(), all.path());
            List<?> rows = matching(all.matching(), possible);
            remover.removeAll(all.entity(), rows, all.matching().path());
            return results(command, rows.stream());
        }
        if (command instanceof Call call) {
            return new CallRunner(attempt, finder).run(call);
        }
        return result(command, restorer.restore((Restore) command));
    }

    private Supplier<Result> upserted(Upsert upsert) {
        RowTarget target = upsert.target();
        Object row = target.seen() == null ? finder.find(target.key()) : finder.require(target);
        if (row == null && target.seen() == null) {
            Object made = writer.createAbsent(target.key(), upsert.create(), null);
            return () -> new Result(upsert, List.of(state.storedId(upsert.entity(), made)), true);
        }
        if (row != null && upsert.patch() != null) {
            writer.patch(row, upsert.patch());
        }
        return result(upsert, row);
    }

    private List<?> matching(Matching rows, boolean possible) {
        if (possible) {
            return matching.find(rows);
        }
        attempt.passedOver();
        return List.of();
    }

    private Supplier<Result> results(Command command, Stream<?> rows) {
        List<?> all = rows.toList();
        return () -> new Result(
                command,
                all.stream().map(row -> state.storedId(command.entity(), row)).toList(),
                false);
    }

    private Supplier<Result> result(Command command, @Nullable Object row) {
        return () -> new Result(command, state.storedId(command.entity(), settled(row)));
    }

    private static Object settled(@Nullable Object value) {
        return Objects.requireNonNull(value, "results are asked for when nothing was refused");
    }
}
