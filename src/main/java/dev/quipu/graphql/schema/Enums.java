package dev.quipu.graphql.schema;

import dev.quipu.model.EntityModel;
import dev.quipu.query.ValueKind;
import graphql.schema.GraphQLEnumType;

/** The enums of the attributes, under their Java names. */
final class Enums implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        draft.shown()
                .basics(entity)
                .filter(attribute -> ValueKind.of(attribute) == ValueKind.ENUM)
                .forEach(attribute -> draft.add(of(attribute.type())));
    }

    static GraphQLEnumType of(Class<?> type) {
        GraphQLEnumType.Builder builder = GraphQLEnumType.newEnum().name(type.getSimpleName());
        for (Object constant : type.getEnumConstants()) {
            builder.value(((Enum<?>) constant).name(), constant);
        }
        return builder.build();
    }
}
