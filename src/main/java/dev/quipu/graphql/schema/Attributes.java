package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.field;
import static dev.quipu.graphql.schema.Sdl.nullable;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.rule.RuleSentence;
import org.jspecify.annotations.Nullable;

/** The plain attributes of an entity; a derived one tells its rule. */
final class Attributes implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        draft.shown()
                .basics(entity)
                .forEach(attribute -> draft.field(
                        Names.type(entity),
                        field(attribute.name(), nullable(attribute.nullable(), Types.of(entity, attribute)))
                                .description(description(entity, attribute))));
    }

    private static @Nullable String description(EntityModel entity, BasicAttribute attribute) {
        if (attribute.rule() != null) {
            return RuleSentence.of(attribute.rule());
        }
        if (attribute.stamp() != null) {
            return attribute.stamp().value();
        }
        if (attribute.equals(entity.id())) {
            return "Primary key as declared by the entity.";
        }
        if (attribute.equals(entity.version())) {
            return "Optimistic-lock version (@Version).";
        }
        return attribute.equals(entity.deletedAt()) ? "When it was deleted, as long as it can be restored." : null;
    }
}
