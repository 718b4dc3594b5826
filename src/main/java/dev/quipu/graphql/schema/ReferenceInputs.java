package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.inputField;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.model.UniqueKey;

/** How a request names a row, and what it may put under a reference. */
final class ReferenceInputs implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        key(entity, draft);
        if (entity.immutable()) {
            return;
        }
        String either = Names.connectOrCreate(entity);
        draft.field(either, inputField("key", Names.key(entity) + "!"));
        draft.field(either, inputField("create", Names.create(entity) + "!"));
        draft.shown()
                .toOnes(entity)
                .filter(reference -> !reference.stamped())
                .forEach(reference -> write(entity, reference, draft));
    }

    private static void key(EntityModel entity, SchemaDraft draft) {
        String key = Names.key(entity);
        draft.field(key, inputField("id", "ID"));
        draft.field(key, inputField(Names.NODE_ID, "ID"));
        draft.shown()
                .uniqueKeys(entity)
                .map(UniqueKey::attributes)
                .filter(attributes -> attributes.size() == 1)
                .map(attributes -> entity.attribute(attributes.get(0)))
                .filter(BasicAttribute.class::isInstance)
                .map(BasicAttribute.class::cast)
                .forEach(attribute -> draft.field(key, inputField(attribute.name(), Types.of(entity, attribute))));
        Sdl.oneOf(draft, key);
    }

    private static void write(EntityModel entity, ToOneAttribute reference, SchemaDraft draft) {
        EntityModel target = draft.shown().target(reference);
        String write = Names.write(entity, reference);
        draft.field(write, inputField("connect", Names.key(target)));
        if (!target.immutable()) {
            draft.field(write, inputField("create", Names.create(target)));
            draft.field(write, inputField("connectOrCreate", Names.connectOrCreate(target)));
        }
        Sdl.oneOf(draft, write);
    }
}
