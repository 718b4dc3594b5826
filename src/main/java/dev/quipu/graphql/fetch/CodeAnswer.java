package dev.quipu.graphql.fetch;

import dev.quipu.graphql.Json;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Makes the answer of a root field that is written as code. */
public interface CodeAnswer {

    /**
     * The answer, read in the transaction in which the code ran, after its changes have settled.
     *
     * @param returned what the code returned
     */
    Json of(Session session, @Nullable Object returned);
}
