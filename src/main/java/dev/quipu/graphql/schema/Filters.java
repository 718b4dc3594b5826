package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.inputField;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.query.ValueKind;

/** What selects rows of an entity: comparisons of its values, filters of its relations, and their combinations. */
final class Filters implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        String filter = Names.filter(entity);
        draft.field(filter, inputField("and", "[" + filter + "!]"));
        draft.field(filter, inputField("or", "[" + filter + "!]"));
        draft.field(filter, inputField("not", filter));
        draft.shown().attributes(entity).forEach(attribute -> add(entity, attribute, draft));

        String listFilter = Names.listFilter(entity);
        draft.field(listFilter, inputField("some", filter));
        draft.field(listFilter, inputField("none", filter));
        draft.field(listFilter, inputField("every", filter));
        draft.field(listFilter, inputField("isEmpty", "Boolean"));
        draft.field(
                listFilter,
                inputField("aggregate", Names.filterOf(Names.aggregate(entity)))
                        .description("What those of the related rows that match its filter come to."));
    }

    private static void add(EntityModel entity, AttributeModel attribute, SchemaDraft draft) {
        String filter = Names.filter(entity);
        if (attribute instanceof ToOneAttribute reference) {
            draft.field(filter, inputField(Names.foreignKey(reference), Names.comparison("ID")));
            draft.field(
                    filter,
                    inputField(reference.name(), Names.filter(draft.shown().target(reference)))
                            .description("To-one: nested object means the related row exists and matches."));
        } else if (attribute instanceof ToManyAttribute collection) {
            draft.field(
                    filter,
                    inputField(collection.name(), Names.listFilter(draft.shown().target(collection))));
        } else if (attribute instanceof BasicAttribute basic && comparable(entity, basic)) {
            draft.field(filter, inputField(basic.name(), Names.comparison(Types.of(entity, basic))));
        }
    }

    /** A version says how often a row was written, which is nothing to ask for; bytes are too large to send back. */
    private static boolean comparable(EntityModel entity, BasicAttribute attribute) {
        return !attribute.equals(entity.version()) && ValueKind.of(attribute) != ValueKind.BYTES;
    }
}
