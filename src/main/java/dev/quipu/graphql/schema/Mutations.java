package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.argument;
import static dev.quipu.graphql.schema.Sdl.field;
import static dev.quipu.graphql.schema.Sdl.inputField;

import dev.quipu.model.EntityModel;

/** The root fields that write one row, each with its input and payload. */
final class Mutations implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        create(entity, draft);
        update(entity, draft);
        delete(entity, draft);
        if (entity.softDeletable()) {
            restore(entity, draft);
        }
    }

    /** The field by which a client says which version of the row it has seen. */
    static void expectedVersion(EntityModel entity, String input, SchemaDraft draft) {
        if (entity.version() != null) {
            draft.field(
                    input,
                    inputField("expectedVersion", Types.of(entity, entity.version()))
                            .description("Fails with VERSION_CONFLICT unless equal to the stored version."));
        }
    }

    private static void create(EntityModel entity, SchemaDraft draft) {
        String mutation = mutation("create", entity, "Makes a row, and those nested in it.", draft);
        draft.field(Names.input(mutation), inputField(Names.field(entity), Names.create(entity) + "!"));
    }

    private static void update(EntityModel entity, SchemaDraft draft) {
        String mutation = mutation("update", entity, "Changes a row, and those nested in the patch.", draft);
        draft.field(Names.input(mutation), inputField("id", "ID!"));
        expectedVersion(entity, Names.input(mutation), draft);
        draft.field(Names.input(mutation), inputField("patch", Names.patch(entity) + "!"));
    }

    private static void delete(EntityModel entity, SchemaDraft draft) {
        String mutation = mutation(
                "delete",
                entity,
                entity.softDeletable()
                        ? "Hides a row until it is restored."
                        : "Removes a row with all that belongs to it.",
                draft);
        draft.field(Names.input(mutation), inputField("id", "ID!"));
        expectedVersion(entity, Names.input(mutation), draft);
        draft.field(Names.payload(mutation), field("deletedId", "ID!"));
        draft.field(Names.payload(mutation), field("deletedNodeId", "ID!"));
    }

    private static void restore(EntityModel entity, SchemaDraft draft) {
        String mutation = mutation("restore", entity, "Brings a deleted row back.", draft);
        draft.field(Names.input(mutation), inputField("id", "ID!"));
    }

    private static String mutation(String verb, EntityModel entity, String description, SchemaDraft draft) {
        String mutation = Names.mutation(verb, entity);
        draft.field(
                SchemaDraft.MUTATION,
                field(mutation, Names.payload(mutation) + "!")
                        .description(description)
                        .argument(argument("input", Names.input(mutation) + "!")));
        draft.field(
                Names.payload(mutation),
                field(Names.field(entity), Names.type(entity) + "!").description(rowDescription(verb)));
        return mutation;
    }

    private static String rowDescription(String verb) {
        return verb.equals("delete") ? "As it was before the operation." : "As it is after the operation.";
    }
}
