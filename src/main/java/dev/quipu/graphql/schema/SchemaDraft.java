package dev.quipu.graphql.schema;

import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The schema while its aspects put it together. Types are begun on first mention and may grow until the end. */
final class SchemaDraft {

    static final String QUERY = "Query";
    static final String MUTATION = "Mutation";

    private final Shown shown;
    private final Map<String, GraphQLObjectType.Builder> objects = new LinkedHashMap<>();
    private final Map<String, GraphQLInputObjectType.Builder> inputs = new LinkedHashMap<>();
    private final Map<String, GraphQLNamedType> finished = new LinkedHashMap<>();
    private final Set<GraphQLDirective> directives = new LinkedHashSet<>();

    SchemaDraft(Shown shown) {
        this.shown = shown;
    }

    /** The part of the model that the API shows. */
    Shown shown() {
        return shown;
    }

    /** The output type of that name; {@code Query} and {@code Mutation} are such types too. */
    GraphQLObjectType.Builder object(String name) {
        return objects.computeIfAbsent(name, GraphQLObjectType.newObject()::name);
    }

    /** Whether an aspect has begun an output type of that name. */
    boolean hasObject(String name) {
        return objects.containsKey(name);
    }

    /** Whether an aspect has begun an input type of that name. */
    boolean hasInput(String name) {
        return inputs.containsKey(name);
    }

    /** The input type of that name. */
    GraphQLInputObjectType.Builder input(String name) {
        return inputs.computeIfAbsent(name, GraphQLInputObjectType.newInputObject()::name);
    }

    /** Adds a type that no other aspect adds to: an enum, interface, union or scalar. The first of a name stays. */
    void add(GraphQLNamedType type) {
        finished.putIfAbsent(type.getName(), type);
    }

    void add(GraphQLDirective directive) {
        directives.add(directive);
    }

    /**
     * Adds a field to an output type.
     *
     * @throws IllegalStateException if the type has a field of that name, as when one attribute is called customerId and another
     *     customer
     */
    void field(String type, GraphQLFieldDefinition.Builder field) {
        GraphQLFieldDefinition definition = field.build();
        GraphQLObjectType.Builder object = object(type);
        if (object.hasField(definition.getName())) {
            throw taken(type, definition.getName());
        }
        object.field(definition);
    }

    /**
     * Adds a field to an input type.
     *
     * @throws IllegalStateException if the type has a field of that name
     */
    void field(String type, GraphQLInputObjectField.Builder field) {
        GraphQLInputObjectField definition = field.build();
        GraphQLInputObjectType.Builder input = input(type);
        if (input.hasField(definition.getName())) {
            throw taken(type, definition.getName());
        }
        input.field(definition);
    }

    private static IllegalStateException taken(String type, String field) {
        return new IllegalStateException("API-101 " + type + "." + field
                + ": two attributes want this name in the API. Rename one of them, or mark it @Hidden.");
    }

    Set<GraphQLDirective> directives() {
        return directives;
    }

    /** The fields of {@code Query} or {@code Mutation}, or none. */
    Stream<GraphQLFieldDefinition> rootFields(String root) {
        GraphQLObjectType.Builder builder = objects.get(root);
        return builder == null ? Stream.empty() : builder.build().getFieldDefinitions().stream();
    }

    /** All types but the roots. */
    Stream<GraphQLNamedType> types() {
        Stream<GraphQLNamedType> outputs = objects.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(QUERY) && !entry.getKey().equals(MUTATION))
                .map(entry -> entry.getValue().build());
        Stream<GraphQLNamedType> inputTypes = inputs.values().stream().map(GraphQLInputObjectType.Builder::build);
        return Stream.concat(finished.values().stream(), Stream.concat(outputs, inputTypes));
    }
}
