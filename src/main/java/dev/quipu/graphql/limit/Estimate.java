package dev.quipu.graphql.limit;

import graphql.execution.ExecutionContext;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one operation may read. Numbers are doubles: pages within pages soon exceed a long. */
final class Estimate {

    /** Rows of so many fields each. */
    record Place(String place, double rows, int fields) {

        double values() {
            return rows * fields;
        }
    }

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final ArgumentReader arguments;
    private final Conditions conditions;
    private final int pageDefault;
    private double total;
    private Place costliest = new Place("the root", 1, 0);

    Estimate(ExecutionContext context, int pageDefault, Conditions conditions) {
        this.schema = context.getGraphQLSchema();
        this.fragments = context.getFragmentsByName();
        this.arguments = new ArgumentReader(context.getCoercedVariables().toMap());
        this.conditions = conditions;
        this.pageDefault = pageDefault;
        GraphQLFieldsContainer root =
                switch (context.getOperationDefinition().getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                };
        read(context.getOperationDefinition().getSelectionSet(), root, new Position("", 1, 0));
    }

    double total() {
        return total;
    }

    Place costliest() {
        return costliest;
    }

    /**
     * Where the walk is.
     *
     * @param rows how many objects are there
     * @param page how many elements the lists below have, where a field above said so; 0 where none did
     */
    private record Position(String place, double rows, double page) {}

    private void read(@Nullable SelectionSet selections, @Nullable GraphQLType type, Position position) {
        if (selections == null || !(type instanceof GraphQLFieldsContainer container)) {
            return;
        }
        Place place = new Place(position.place, position.rows, fields(selections, container, position));
        total += place.values();
        if (place.values() > costliest.values()) {
            costliest = place;
        }
    }

    /** The number of fields that an object has, its fragments' too; what is below them is read on the way. */
    private int fields(SelectionSet selections, GraphQLFieldsContainer type, Position position) {
        int fields = 0;
        for (Selection<?> selection : selections.getSelections()) {
            if (!arguments.isIncluded(selection)) {
                continue;
            }
            if (selection instanceof Field field) {
                fields++;
                below(field, type, position);
            } else if (selection instanceof InlineFragment fragment) {
                String condition = fragment.getTypeCondition() == null
                        ? type.getName()
                        : fragment.getTypeCondition().getName();
                fields += fields(fragment.getSelectionSet(), condition, type, position);
            } else if (selection instanceof FragmentSpread spread) {
                FragmentDefinition fragment = Objects.requireNonNull(fragments.get(spread.getName()), "validated");
                fields += fields(
                        fragment.getSelectionSet(), fragment.getTypeCondition().getName(), type, position);
            }
        }
        return fields;
    }

    private int fields(SelectionSet selections, String condition, GraphQLFieldsContainer outer, Position position) {
        GraphQLType type = schema.getType(condition);
        return fields(selections, type instanceof GraphQLFieldsContainer container ? container : outer, position);
    }

    private void below(Field field, GraphQLFieldsContainer type, Position position) {
        GraphQLFieldDefinition definition = type.getFieldDefinition(field.getName());
        if (definition == null) {
            return; // introspection, which reads no rows
        }
        conditions.count(field);
        boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
        boolean paged = definition.getArgument("first") != null;
        double page = paged ? arguments.page(field, pageDefault) : 0;
        double rows = position.rows;
        if (list) {
            rows *= paged ? page : position.page > 0 ? position.page : arguments.listed(field, pageDefault);
        }
        String place = position.place.isEmpty() ? field.getResultKey() : position.place + "." + field.getResultKey();
        read(
                field.getSelectionSet(),
                GraphQLTypeUtil.unwrapAll(definition.getType()),
                new Position(place, rows, list ? 0 : page));
    }
}
