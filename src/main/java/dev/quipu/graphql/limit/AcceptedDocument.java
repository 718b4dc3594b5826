package dev.quipu.graphql.limit;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A document within the limits. It may be invalid still.
 *
 * @param introspects whether it asks what the schema is
 */
public record AcceptedDocument(Document document, boolean introspects) {

    /** Whether the operation of that name, or the only one, is a query; so is what cannot be told. */
    public boolean asksOnly(@Nullable String operationName) {
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(operation -> operationName == null || operationName.equals(operation.getName()))
                .allMatch(operation -> operation.getOperation() == Operation.QUERY);
    }
}
