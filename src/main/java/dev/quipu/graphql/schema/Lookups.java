package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.argument;
import static dev.quipu.graphql.schema.Sdl.field;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.model.UniqueKey;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import java.util.Objects;

/** The queries that find one entity by its id or by a unique key. */
final class Lookups implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        draft.field(
                SchemaDraft.QUERY,
                field(Names.field(entity), Names.type(entity)).argument(argument("id", "ID!")));
        draft.shown().uniqueKeys(entity).forEach(key -> draft.field(SchemaDraft.QUERY, byKey(entity, key)));
    }

    private static GraphQLFieldDefinition.Builder byKey(EntityModel entity, UniqueKey key) {
        GraphQLFieldDefinition.Builder lookup = field(Names.byKey(entity, key), Names.type(entity));
        key.attributes()
                .forEach(name -> lookup.argument(keyArgument(entity, Objects.requireNonNull(entity.attribute(name)))));
        return lookup;
    }

    private static GraphQLArgument.Builder keyArgument(EntityModel entity, AttributeModel attribute) {
        return attribute instanceof ToOneAttribute reference
                ? argument(Names.foreignKey(reference), "ID!")
                : argument(attribute.name(), Types.of(entity, (BasicAttribute) attribute) + "!");
    }
}
