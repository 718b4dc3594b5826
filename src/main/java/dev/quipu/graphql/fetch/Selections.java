package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.query.Output;
import dev.quipu.query.Page;
import dev.quipu.query.PagePart;
import dev.quipu.query.Selection;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads what a query selects, the whole tree below a field at once, into the neutral values of {@link dev.quipu.query}. Fragments,
 * {@code @include} and {@code @skip} are resolved by then.
 *
 * <pre>{@code Selection selection = selections.entity(order, selectedField.getSelectionSet());}</pre>
 */
@Singleton
public class Selections {

    static final String TYPE_NAME = "__typename";

    private final Shown shown;
    private final PageSelections pages;
    private final WindowArguments windows;
    private final CodeFieldNames code;

    Selections(Model model, PageSizes sizes, CodeFieldNames code) {
        this.code = code;
        this.shown = new Shown(model);
        this.windows = new WindowArguments(sizes);
        this.pages = new PageSelections(this, shown, windows);
    }

    /** What is selected of an entity. Of the fields below an interface, those count that the entity has. */
    public Selection entity(EntityModel entity, DataFetchingFieldSelectionSet selected) {
        List<SelectedField> fields = fields(Names.type(entity), selected).toList();
        Stream<Output> outputs = fields.stream().map(field -> output(entity, field));
        boolean computes = fields.stream().anyMatch(field -> code.has(entity, field.getName()));
        return new Selection(
                entity, (computes ? Stream.concat(outputs, Stream.of(CodeFieldNames.row())) : outputs).toList());
    }

    /** The page of a connection that those arguments choose. */
    Page page(EntityModel entity, Map<String, Object> arguments, List<PagePart> parts) {
        return pages.page(entity, arguments, parts);
    }

    /** What is selected of a connection. */
    List<PagePart> pageParts(EntityModel entity, DataFetchingFieldSelectionSet selected) {
        return pages.parts(entity, selected);
    }

    /** Refuses to read more rows at once than a page may have. */
    void requireAffordable(int rows, String argument) {
        windows.requireAffordable(rows, argument);
    }

    static Stream<SelectedField> fields(String type, DataFetchingFieldSelectionSet selected) {
        return selected.getImmediateFields().stream()
                .filter(field -> field.getObjectTypeNames().contains(type));
    }

    private Output output(EntityModel entity, SelectedField field) {
        String key = field.getResultKey();
        String name = field.getName();
        if (name.equals(TYPE_NAME)) {
            return new Output.Constant(key, Names.type(entity));
        }
        if (name.equals(Names.NODE_ID)) {
            return new Output.GlobalId(key);
        }
        if (code.has(entity, name)) {
            return CodeFieldNames.place(key, name);
        }
        AttributeModel attribute = entity.attribute(name);
        if (attribute instanceof BasicAttribute basic) {
            return new Output.Attribute(key, basic);
        }
        if (attribute instanceof ToOneAttribute reference) {
            Selection target = entity(shown.target(reference), field.getSelectionSet());
            return new Output.Reference(key, reference, target);
        }
        if (attribute instanceof ToManyAttribute collection) {
            EntityModel element = shown.target(collection);
            Page page = page(element, field.getArguments(), pageParts(element, field.getSelectionSet()));
            return new Output.Collection(key, collection, element, page);
        }
        return new Output.ForeignKey(key, ForeignKeys.named(name, entity, shown));
    }
}
