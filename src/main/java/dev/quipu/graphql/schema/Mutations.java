package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.argument;
import static dev.quipu.graphql.schema.Sdl.field;
import static dev.quipu.graphql.schema.Sdl.inputField;

import dev.quipu.model.EntityModel;

/** The root fields that write one row, each with its input and payload. */
final class Mutations implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        if (entity.immutable()) {
            return;
        }
        create(entity, draft);
        update(entity, draft);
        upsert(entity, draft);
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

    private static void upsert(EntityModel entity, SchemaDraft draft) {
        String mutation = mutation(
                "upsert",
                entity,
                "Changes the row with that key, or makes it if there is none. Of several that make it at the same time one does, and the others change it.",
                draft);
        String input = Names.input(mutation);
        draft.field(
                input,
                inputField("key", Names.key(entity) + "!")
                        .description(
                                "A row that is made takes the key's value; an id is generated, so one that is made for a key by id has another id."));
        draft.field(input, inputField("create", Names.create(entity) + "!"));
        draft.field(
                input,
                inputField("patch", Names.patch(entity)).description("Without it, a row that exists stays as it is."));
        if (entity.version() != null) {
            draft.field(
                    input,
                    inputField("expectedVersion", Types.of(entity, entity.version()))
                            .description(
                                    "Fails with VERSION_CONFLICT unless equal to the stored version, and with NOT_FOUND if there is no such row."));
        }
        draft.field(
                Names.payload(mutation),
                field("created", "Boolean!").description("Whether the row was made; else it was there."));
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
        root(mutation, description, draft);
        draft.field(
                Names.payload(mutation),
                field(Names.field(entity), Names.type(entity) + "!").description(rowDescription(verb)));
        return mutation;
    }

    /** The field of {@code Mutation}, without what its input and payload hold. */
    static void root(String mutation, String description, SchemaDraft draft) {
        draft.field(
                SchemaDraft.MUTATION,
                field(mutation, Names.payload(mutation) + "!")
                        .description(description)
                        .argument(argument("input", Names.input(mutation) + "!")));
    }

    private static String rowDescription(String verb) {
        return verb.equals("delete")
                ? "As it was before the operation; the rows that it refers to, as they are after it."
                : "As it is after the operation.";
    }
}
