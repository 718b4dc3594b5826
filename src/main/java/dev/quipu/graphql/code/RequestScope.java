package dev.quipu.graphql.code;

import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.smallrye.graphql.runtime.spi.datafetcher.RequestContextHelper;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.schema.model.Operation;

/** What code may expect around it: beans of the request, and SmallRye's {@code Context}. */
final class RequestScope implements AutoCloseable {

    private RequestScope() {}

    /** For an operation. */
    static RequestScope enter(Operation operation, DataFetchingEnvironment environment) {
        RequestScope scope = enter(environment);
        SmallRyeContextManager.populateFromDataFetchingEnvironment(null, operation, environment);
        return scope;
    }

    /** For fields of entities. */
    static RequestScope enter(DataFetchingEnvironment environment) {
        // not left again: root fields that run side by side share it, and the end of the request ends it
        ManagedContext requests = Arc.container().requestContext();
        RequestContextHelper.reactivate(requests, environment);
        // a worker thread inherits the context of whichever request created it
        SmallRyeContextManager.clearCurrentSmallRyeContext();
        return new RequestScope();
    }

    @Override
    public void close() {
        SmallRyeContextManager.clearCurrentSmallRyeContext();
    }
}
