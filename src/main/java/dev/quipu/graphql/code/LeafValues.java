package dev.quipu.graphql.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints scalars, enums and lists of them as their GraphQL types do. */
final class LeafValues {

    private final ObjectMapper json;
    private final DataFetchingEnvironment environment;

    LeafValues(ObjectMapper json, DataFetchingEnvironment environment) {
        this.json = json;
        this.environment = environment;
    }

    /**
     * The value as JSON.
     *
     * @param place for messages: the name of the field
     * @throws IllegalStateException if there is a null that the type does not allow
     */
    JsonNode print(String place, GraphQLType type, @Nullable Object value) {
        return json.valueToTree(serialized(place, type, value));
    }

    private @Nullable Object serialized(String place, GraphQLType type, @Nullable Object value) {
        if (type instanceof GraphQLNonNull nonNull) {
            if (value == null) {
                throw new IllegalStateException(place + " gave null; its type is " + GraphQLTypeUtil.simplePrint(type));
            }
            return serialized(place, nonNull.getWrappedType(), value);
        }
        if (value == null) {
            return null;
        }
        if (type instanceof GraphQLList list) {
            List<@Nullable Object> elements = new ArrayList<>();
            Iterable<?> values = value instanceof Object[] array ? Arrays.asList(array) : (Iterable<?>) value;
            values.forEach(element -> elements.add(serialized(place, list.getWrappedType(), element)));
            return elements;
        }
        return type instanceof GraphQLScalarType scalar
                ? scalar.getCoercing().serialize(value, environment.getGraphQlContext(), environment.getLocale())
                : ((GraphQLEnumType) type).serialize(value, environment.getGraphQlContext(), environment.getLocale());
    }
}
