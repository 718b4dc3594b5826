package dev.quipu.graphql.code;

import dev.quipu.model.EntityModel;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A root field written as code that returns or takes entities.
 *
 * @param root {@code Query} or {@code Mutation}
 * @param returned the entity that it returns, one or several of them; null if it returns something else
 * @param taken the arguments that name rows
 */
record CodeOperation(
        String root, Operation operation, @Nullable EntityModel returned, List<Taken> taken) {

    /** An argument that names a row, or several. */
    record Taken(Argument argument, EntityModel entity) {

        String name() {
            return argument.getName();
        }
    }

    String name() {
        return operation.getName();
    }

    boolean touchesEntities() {
        return returned != null || !taken.isEmpty();
    }
}
