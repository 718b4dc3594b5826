package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.inputField;

import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;

/** What a request may do with the elements of a collection while it makes or changes their owner. */
final class CollectionInputs implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        if (entity.immutable()) {
            return;
        }
        draft.shown()
                .toManys(entity)
                .filter(collection -> !draft.shown().target(collection).immutable())
                .forEach(collection -> {
                    create(Names.createWrite(entity, collection), draft.shown().target(collection), draft);
                    patch(Names.patchWrite(entity, collection), collection, draft);
                });
        element(entity, draft);
    }

    private static void create(String write, EntityModel element, SchemaDraft draft) {
        draft.field(write, inputField("create", list(Names.create(element))));
        draft.field(write, inputField("connect", list(Names.key(element))));
    }

    private static void patch(String write, ToManyAttribute collection, SchemaDraft draft) {
        EntityModel element = draft.shown().target(collection);
        create(write, element, draft);
        if (mayBeHomeless(element, collection)) {
            draft.field(write, inputField("disconnect", list(Names.key(element))));
        }
        draft.field(write, inputField("update", list(Names.nestedUpdate(element))));
        draft.field(write, inputField("upsert", list(Names.nestedUpsert(element))));
        draft.field(write, inputField("delete", list(Names.nestedDelete(element))));
        draft.field(
                write,
                inputField("set", list(Names.nestedUpsert(element)))
                        .description(
                                "Replace the whole collection: rows not listed are deleted (owned) or disconnected. Alone in its input."));
    }

    private static void element(EntityModel entity, SchemaDraft draft) {
        String key = Names.key(entity) + "!";
        String update = Names.nestedUpdate(entity);
        draft.field(update, inputField("key", key));
        Mutations.expectedVersion(entity, update, draft);
        draft.field(update, inputField("patch", Names.patch(entity) + "!"));

        String upsert = Names.nestedUpsert(entity);
        draft.field(upsert, inputField("key", Names.key(entity)));
        draft.field(upsert, inputField("create", Names.create(entity) + "!"));
        draft.field(upsert, inputField("patch", Names.patch(entity)));

        String delete = Names.nestedDelete(entity);
        draft.field(delete, inputField("key", key));
        Mutations.expectedVersion(entity, delete, draft);
    }

    private static boolean mayBeHomeless(EntityModel element, ToManyAttribute collection) {
        return element.attribute(collection.mappedBy()) instanceof ToOneAttribute owner && owner.nullable();
    }

    private static String list(String type) {
        return "[" + type + "!]";
    }
}
