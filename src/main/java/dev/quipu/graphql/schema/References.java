package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.field;
import static dev.quipu.graphql.schema.Sdl.nullable;

import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;

/** The references to one entity: the entity itself and its id. */
final class References implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        draft.shown().toOnes(entity).forEach(reference -> add(entity, reference, draft));
    }

    private static void add(EntityModel entity, ToOneAttribute reference, SchemaDraft draft) {
        EntityModel target = draft.shown().target(reference);
        // what is soft-deleted is not there for a reader, even where the foreign key is NOT NULL
        boolean mayBeMissing = reference.nullable() || target.softDeletable();
        draft.field(Names.type(entity), field(Names.foreignKey(reference), nullable(reference.nullable(), "ID")));
        draft.field(
                Names.type(entity),
                field(reference.name(), nullable(mayBeMissing, Names.type(target)))
                        .description(
                                reference.stamp() == null
                                        ? null
                                        : reference.stamp().value()));
    }
}
