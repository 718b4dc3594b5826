package dev.quipu.graphql.schema;

import graphql.Scalars;
import graphql.schema.GraphQLScalarType;
import io.smallrye.graphql.scalar.GraphQLScalarTypes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scalars. Numbers are Quipu's own: they bound their size and refuse what they cannot hold, where the stock ones truncate. */
public final class ScalarTypes implements SchemaAspect {

    private static final List<GraphQLScalarType> OWN = List.of(
            scalar("ID", null, new IdScalar()),
            scalar("Int", null, new NumberScalars.Whole()),
            scalar("BigInt", "64-bit integer. Serialised as a JSON string.", new NumberScalars.Big()),
            scalar("Float", null, new NumberScalars.Floating()),
            scalar(
                    "Decimal",
                    "Arbitrary-precision decimal. Serialised as a JSON string; accepts string or number.",
                    new NumberScalars.Decimal()),
            scalar("Date", "ISO 8601 date: 2026-01-31.", new TimeScalars.Day()),
            scalar("DateTime", "RFC 3339 instant, always UTC in output.", new TimeScalars.Moment()),
            scalar("Bytes", "Bytes in base64.", new BytesScalar()),
            scalar("JSON", "Any JSON value.", new JsonScalar()));

    /**
     * Makes operations that are written as code use the same scalars: a schema may know only one of a name. Call it before such
     * operations are read.
     */
    public static void replaceStock() {
        register("Decimal", "java.math.BigDecimal");
        register("BigInt", "java.lang.Long");
        register("BigInt", "long");
        for (GraphQLScalarType own : OWN) {
            for (Map.Entry<String, GraphQLScalarType> stock :
                    List.copyOf(GraphQLScalarTypes.getScalarMap().entrySet())) {
                if (stock.getValue().getName().equals(own.getName())) {
                    GraphQLScalarTypes.registerCustomScalar(own.getName(), stock.getKey(), own);
                }
            }
        }
    }

    private static void register(String name, String javaType) {
        OWN.stream()
                .filter(own -> own.getName().equals(name))
                .forEach(own -> GraphQLScalarTypes.registerCustomScalar(name, javaType, own));
    }

    @Override
    public void shared(SchemaDraft draft) {
        draft.add(Scalars.GraphQLString);
        draft.add(Scalars.GraphQLBoolean);
        OWN.forEach(draft::add);
    }

    private static GraphQLScalarType scalar(String name, @Nullable String description, StrictCoercing<?> coercing) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .description(description)
                .coercing(coercing)
                .build();
    }
}
