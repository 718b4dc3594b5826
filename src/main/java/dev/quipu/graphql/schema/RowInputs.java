package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.inputField;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import graphql.schema.GraphQLInputObjectField;

/**
 * What a client gives for a new row and for a change of one. One pair of types for each entity, wherever it is written: where a row is
 * nested in its owner, the reference to the owner is left out of the request.
 */
final class RowInputs implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        if (entity.immutable()) {
            return;
        }
        draft.input(Names.create(entity)).description(createDescription(entity));
        draft.input(Names.patch(entity)).description("An absent field is left unchanged; an explicit null sets NULL.");
        Writable.attributes(entity, draft).forEach(attribute -> add(entity, attribute, draft));
    }

    private static void add(EntityModel entity, AttributeModel attribute, SchemaDraft draft) {
        String create = Names.create(entity);
        String patch = Names.patch(entity);
        if (attribute instanceof BasicAttribute basic) {
            String type = Types.of(entity, basic);
            draft.field(create, initial(basic, type));
            draft.field(patch, inputField(basic.name(), type));
        } else if (attribute instanceof ToOneAttribute reference) {
            for (String input : new String[] {create, patch}) {
                draft.field(input, inputField(Names.foreignKey(reference), "ID"));
                draft.field(input, inputField(reference.name(), Names.write(entity, reference)));
            }
        } else if (attribute instanceof ToManyAttribute collection) {
            draft.field(create, inputField(collection.name(), Names.createWrite(entity, collection)));
            draft.field(patch, inputField(collection.name(), Names.patchWrite(entity, collection)));
        }
    }

    private static GraphQLInputObjectField.Builder initial(BasicAttribute attribute, String type) {
        Object initial = attribute.initialValue();
        if (initial != null && Writable.hasLiteralDefault(attribute)) {
            return inputField(attribute.name(), Sdl.nullable(attribute.nullable(), type))
                    .defaultValueLiteral(InitialValues.literal(initial));
        }
        GraphQLInputObjectField.Builder field =
                inputField(attribute.name(), Sdl.nullable(!Writable.required(attribute), type));
        return initial == null ? field : field.description(InitialValues.sentence(attribute));
    }

    private static String createDescription(EntityModel entity) {
        String references = entity.toOnes()
                .filter(reference -> !reference.hidden() && !reference.stamped() && Writable.required(reference))
                .map(reference -> " Exactly one of " + Names.foreignKey(reference) + " and " + reference.name() + ".")
                .reduce("", String::concat);
        return "A new " + entity.name() + "." + references + " Derived attributes do not exist here.";
    }
}
