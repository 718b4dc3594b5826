package dev.quipu.graphql.fetch;

import dev.quipu.graphql.FiredRules;
import dev.quipu.graphql.Json;
import dev.quipu.graphql.fetch.PayloadPart.Affected;
import dev.quipu.mutation.IdempotencyKey;
import dev.quipu.mutation.MutationRefusedException;
import dev.quipu.mutation.Mutations;
import dev.quipu.mutation.WriteRequest;
import dev.quipu.security.Access;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out the mutations of one operation together, on a worker thread, and gives the payload of each. */
@Singleton
public class Writes {

    private final Mutations mutations;
    private final FiredRules rules;
    private final AnswerSize size;

    Writes(Mutations mutations, FiredRules rules, AnswerSize size) {
        this.mutations = mutations;
        this.rules = rules;
        this.size = size;
    }

    /**
     * The answer once all is committed, or rolled back if it is a preview; or what went wrong, with nothing stored.
     *
     * @param data puts the payloads, in the order of the mutations, under their keys
     */
    public CompletionStage<Written> answer(
            List<PlannedMutation> planned, WriteOptions options, Function<List<Json>, Json> data) {
        Context context = Vertx.currentContext();
        if (context == null) {
            throw new IllegalStateException("mutations are carried out within a request");
        }
        Answering answering =
                new Answering(new Payloads(planned, size, options.access()), data, options.explain() ? rules : null);
        return context.executeBlocking(
                        () -> {
                            NewPasswords.hash(planned, options);
                            return run(request(planned, options), options.key(), answering);
                        },
                        false)
                .toCompletionStage();
    }

    /** As {@link #answer}, of one field that stands alone. */
    public CompletionStage<Json> payload(PlannedMutation planned, Access access) {
        return answer(List.of(planned), WriteOptions.none(access), payloads -> payloads.get(0))
                .thenApply(Written::data);
    }

    private Written run(WriteRequest request, @Nullable IdempotencyKey key, Answering answering) {
        // a worker thread inherits the context of whichever request created it, and Bean Validation would ask that for
        // a locale
        SmallRyeContextManager.clearCurrentSmallRyeContext();
        return Written.of(key == null ? mutations.run(request, answering) : mutations.runOnce(key, request, answering));
    }

    private static WriteRequest request(List<PlannedMutation> planned, WriteOptions options) {
        return new WriteRequest(
                planned.stream().map(PlannedMutation::command).toList(),
                options.access(),
                options.preview(),
                options.explain(),
                planned.stream()
                        .flatMap(mutation -> mutation.payload().stream())
                        .anyMatch(Affected.class::isInstance));
    }

    /** What the rules did before something went wrong. */
    public Json rulesBefore(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return rules.list(cause instanceof MutationRefusedException refused ? refused.steps() : List.of());
    }
}
