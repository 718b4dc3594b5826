package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.field;
import static dev.quipu.graphql.schema.Sdl.inputField;

import dev.quipu.model.EntityModel;
import graphql.language.IntValue;

/** The root fields that write several rows of one entity, each with its input and payload. */
final class BulkMutations implements SchemaAspect {

    private static final int AT_MOST = 100;

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        if (entity.immutable()) {
            return;
        }
        create(entity, draft);
        update(entity, draft);
        delete(entity, draft);
    }

    private static void create(EntityModel entity, SchemaDraft draft) {
        String mutation = Names.bulkMutation("create", entity);
        Mutations.root(mutation, "Makes rows, and those nested in them.", draft);
        draft.field(Names.input(mutation), inputField(Names.plural(entity), "[" + Names.create(entity) + "!]!"));
        rows(entity, mutation, "As they are after the operation, in the order of the input.", draft);
        count(entity, mutation, "were made for the elements of the input", draft);
    }

    private static void update(EntityModel entity, SchemaDraft draft) {
        String mutation = Names.bulkMutation("update", entity);
        Mutations.root(mutation, "Changes every row that matches, and those nested in the patch.", draft);
        matching(entity, mutation, draft);
        draft.field(Names.input(mutation), inputField("patch", Names.patch(entity) + "!"));
        rows(entity, mutation, "As they are after the operation, in the order of their ids.", draft);
        count(entity, mutation, "matched, whether the patch found them different or not", draft);
    }

    private static void delete(EntityModel entity, SchemaDraft draft) {
        String mutation = Names.bulkMutation("delete", entity);
        Mutations.root(
                mutation,
                entity.softDeletable()
                        ? "Hides every row that matches, until it is restored."
                        : "Removes every row that matches, with all that belongs to it.",
                draft);
        matching(entity, mutation, draft);
        draft.field(Names.payload(mutation), field("deletedIds", "[ID!]!").description("In ascending order."));
        count(entity, mutation, "matched and were deleted", draft);
    }

    private static void matching(EntityModel entity, String mutation, SchemaDraft draft) {
        String input = Names.input(mutation);
        draft.field(
                input,
                inputField("filter", Names.filter(entity) + "!")
                        .description(
                                "Judged on rows as they are when they are locked. The empty filter matches every row."));
        draft.field(
                input,
                inputField("atMost", "Int!")
                        .defaultValueLiteral(IntValue.of(AT_MOST))
                        .description("Fails with TOO_MANY_ROWS, and changes nothing, when more rows match."));
    }

    private static void rows(EntityModel entity, String mutation, String description, SchemaDraft draft) {
        draft.field(
                Names.payload(mutation),
                field(Names.plural(entity), "[" + Names.type(entity) + "!]!").description(description));
    }

    private static void count(EntityModel entity, String mutation, String which, SchemaDraft draft) {
        draft.field(
                Names.payload(mutation),
                field("affectedCount", "Int!")
                        .description("How many rows of " + Names.type(entity) + " " + which
                                + ". Rows nested in them, and rows that only rules changed, do not count."));
    }
}
