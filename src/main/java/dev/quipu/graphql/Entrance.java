package dev.quipu.graphql;

import dev.quipu.graphql.limit.AcceptedDocument;
import dev.quipu.graphql.limit.Documents;
import dev.quipu.graphql.limit.Turnstile;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;

/** Decides by a request's form whether it is looked at any further: its parts, its document, and who may send that how. */
@Singleton
class Entrance {

    static final CodedError FULL = new CodedError(
            ErrorCode.RATE_LIMITED, "The server has as many requests as it takes at a time; try again in a moment.");

    private final Turnstile turnstile;
    private final TrustedDocuments trusted;
    private final Documents documents;
    private final ApiSettings settings;

    Entrance(Turnstile turnstile, TrustedDocuments trusted, Documents documents, ApiSettings settings) {
        this.turnstile = turnstile;
        this.trusted = trusted;
        this.documents = documents;
        this.settings = settings;
    }

    Turnstile turnstile() {
        return turnstile;
    }

    /**
     * The request as it is to be executed.
     *
     * @throws RuntimeException that {@link ErrorMapping} knows, if it is refused
     */
    JsonObject admitted(JsonObject sent, boolean onlyQueries) {
        JsonObject request = trusted.admitted(sent);
        RequestGuard.check(request);
        AcceptedDocument document = documents.accepted(request.getString("query"));
        if (document.introspects() && !settings.introspection()) {
            throw new RefusedOperationException(new CodedError(
                    ErrorCode.OPERATION_NOT_ALLOWED,
                    "The server does not tell its schema; its owner can let it (quipu.api.introspection)."));
        }
        String name = request.get("operationName") instanceof JsonString text ? text.getString() : null;
        if (onlyQueries && !document.asksOnly(name)) {
            throw new RefusedOperationException(new CodedError(
                    ErrorCode.OPERATION_NOT_ALLOWED,
                    "GET is for queries; send other operations by POST.",
                    null,
                    null,
                    Map.of(GuardedExecution.ALLOW, "POST")));
        }
        return request;
    }
}
