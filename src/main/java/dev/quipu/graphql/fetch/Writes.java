package dev.quipu.graphql.fetch;

import dev.quipu.graphql.Json;
import dev.quipu.mutation.Command;
import dev.quipu.mutation.Mutations;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Carries out the mutations of one operation together, on a worker thread, and gives the payload of each. */
@Singleton
public class Writes {

    private final Mutations mutations;

    Writes(Mutations mutations) {
        this.mutations = mutations;
    }

    /** The payloads in the order of the mutations, once all is committed; or what went wrong, with nothing stored. */
    public CompletionStage<List<Json>> payloads(List<PlannedMutation> planned) {
        Context context = Vertx.currentContext();
        if (context == null) {
            throw new IllegalStateException("mutations are carried out within a request");
        }
        return context.executeBlocking(() -> run(planned), false).toCompletionStage();
    }

    /** As {@link #payloads}, for one field that stands alone. */
    public CompletionStage<Json> payload(PlannedMutation planned) {
        return payloads(List.of(planned)).thenApply(payloads -> payloads.get(0));
    }

    private List<Json> run(List<PlannedMutation> planned) {
        // a worker thread inherits the context of whichever request created it, and Bean Validation would ask that for
        // a locale
        SmallRyeContextManager.clearCurrentSmallRyeContext();
        List<Command> commands = planned.stream().map(PlannedMutation::command).toList();
        return mutations.run(commands, new Payloads(planned));
    }
}
