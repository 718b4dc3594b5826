package dev.quipu.graphql.http;

import dev.quipu.account.LoggedIn;
import dev.quipu.graphql.GuardedExecution;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.smallrye.graphql.runtime.SmallRyeGraphQLAbstractHandler;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executes a request that has been read, within the contexts that SmallRye's own handler would set up. */
final class HttpExecution extends SmallRyeGraphQLAbstractHandler {

    private static final String REQUEST = HttpExecution.class.getName() + ".request";
    private static final String SENDER = HttpExecution.class.getName() + ".sender";
    private static final String TYPE = HttpExecution.class.getName() + ".type";

    HttpExecution() {
        super(identity(), Arc.container().instance(CurrentVertxRequest.class).get(), false);
    }

    @SuppressWarnings("NullAway") // without a security extension there is no identity
    static @Nullable CurrentIdentityAssociation identity() {
        return Arc.container().instance(CurrentIdentityAssociation.class).orElse(null);
    }

    /** @param sender who sends it; null if nobody says */
    void execute(RoutingContext context, JsonObject request, MediaType type, @Nullable LoggedIn sender) {
        context.put(REQUEST, request).put(TYPE, type).put(SENDER, sender);
        handle(context);
    }

    @Override
    protected void doHandle(RoutingContext context) {
        MediaType type = context.get(TYPE);
        Map<String, Object> metaData = getMetaData(context);
        Identification.describe(context.request(), context.get(SENDER), metaData);
        if (context.request().method().equals(HttpMethod.GET)) {
            metaData.put(GuardedExecution.ONLY_QUERIES, true);
        }
        getExecutionService().executeAsync(context.get(REQUEST), metaData, new ExecutionResponseWriter() {
            @Override
            public void write(ExecutionResponse answer) {
                Reply.write(context.response(), type, answer);
            }

            @Override
            public void fail(Throwable thrown) {
                context.fail(thrown); // never: GuardedExecution answers all
            }
        });
    }
}
