package dev.quipu.graphql.schema;

import dev.quipu.graphql.ErrorCode;
import graphql.schema.GraphQLEnumType;

/** The closed list of error codes, for clients that generate code from the schema. */
final class Errors implements SchemaAspect {

    @Override
    public void shared(SchemaDraft draft) {
        GraphQLEnumType.Builder type = GraphQLEnumType.newEnum()
                .name("ErrorCode")
                .description("Closed list used in errors[].extensions.code.");
        for (ErrorCode code : ErrorCode.values()) {
            type.value(code.name(), code);
        }
        draft.add(type.build());
    }
}
