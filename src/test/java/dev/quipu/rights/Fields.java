package dev.quipu.rights;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the schema tells of the entities' types. */
record Fields(GraphQLSchema schema) {

    /** The types that have rows. */
    List<GraphQLObjectType> entities() {
        return schema.getImplementations(schema.getObjectType("Order").getInterfaces().stream()
                .map(GraphQLNamedType.class::cast)
                .map(node -> schema.getType(node.getName()))
                .map(graphql.schema.GraphQLInterfaceType.class::cast)
                .findFirst()
                .orElseThrow());
    }

    boolean isEntity(GraphQLType type) {
        return entities().contains(GraphQLTypeUtil.unwrapAll(type));
    }

    static boolean isCollection(GraphQLFieldDefinition field) {
        return nameOf(field.getType()).endsWith("Connection");
    }

    static String nameOf(GraphQLType type) {
        return GraphQLTypeUtil.unwrapAll(type).getName();
    }

    /** The line of the field: the key of a reference is the reference, id and version come with the row. */
    static String line(GraphQLObjectType type, String field) {
        String reference = field.endsWith("Id") ? field.substring(0, field.length() - 2) : field;
        if (List.of("id", "version", "nodeId").contains(field)) {
            return type.getName();
        }
        return type.getName() + "." + (type.getFieldDefinition(reference) == null ? field : reference);
    }

    /** The field with as little below it as shows whether there is something. */
    String select(GraphQLFieldDefinition field) {
        String below = isCollection(field) ? " { totalCount }" : isEntity(field.getType()) ? " { id }" : "";
        return field.getName() + below;
    }

    static String single(GraphQLObjectType type) {
        return type.getName().substring(0, 1).toLowerCase(Locale.ROOT)
                + type.getName().substring(1);
    }

    String list(GraphQLObjectType type) {
        return schema.getQueryType().getFieldDefinitions().stream()
                .filter(field -> nameOf(field.getType()).equals(type.getName() + "Connection"))
                .map(GraphQLFieldDefinition::getName)
                .findFirst()
                .orElseThrow();
    }

    /** The root fields that find a row by a key of its own, as {@code userByEmail}. */
    Stream<GraphQLFieldDefinition> byKey(GraphQLObjectType type) {
        return schema.getQueryType().getFieldDefinitions().stream()
                .filter(field -> field.getName().startsWith(single(type) + "By"));
    }

    Stream<GraphQLInputObjectField> inputs(String type) {
        return schema.getType(type) instanceof GraphQLInputObjectType input ? input.getFields().stream() : Stream.of();
    }

    Stream<GraphQLFieldDefinition> outputs(String type) {
        return schema.getType(type) instanceof GraphQLObjectType object
                ? object.getFieldDefinitions().stream()
                : Stream.of();
    }

    Stream<String> values(String type) {
        return schema.getType(type) instanceof GraphQLEnumType named
                ? named.getValues().stream().map(GraphQLEnumValueDefinition::getName)
                : Stream.of();
    }
}
