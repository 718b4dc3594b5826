package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.inputField;

import dev.quipu.model.EntityModel;
import dev.quipu.query.ValueKind;
import java.util.List;

/** What a filter can ask of a single value: one input type for each scalar and enum. */
final class Comparisons implements SchemaAspect {

    private static final List<String> ORDERED = List.of("gt", "gte", "lt", "lte");
    private static final List<String> TEXT =
            List.of("contains", "startsWith", "endsWith", "iEq", "iContains", "iStartsWith", "iEndsWith");
    private static final List<String> PATTERN = List.of("notLike", "iLike", "notILike");

    @Override
    public void shared(SchemaDraft draft) {
        equality("ID", draft);
        equality("Boolean", draft);
        equality("String", draft);
        operators("String", ORDERED, "String", draft);
        operators("String", TEXT, "String", draft);
        draft.field(Names.comparison("String"), inputField("like", "String").description("SQL LIKE with % and _"));
        operators("String", PATTERN, "String", draft);
        List.of("Int", "BigInt", "Float", "Decimal", "Date", "DateTime").forEach(type -> range(type, draft));
        json(draft);
    }

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        draft.shown()
                .basics(entity)
                .filter(attribute -> ValueKind.of(attribute) == ValueKind.ENUM)
                .map(attribute -> attribute.type().getSimpleName())
                .filter(type -> !draft.input(Names.comparison(type)).hasField("eq"))
                .forEach(type -> equality(type, draft));
    }

    private static void equality(String type, SchemaDraft draft) {
        operators(type, List.of("eq"), type, draft);
        negation(type, "neq", type, draft);
        if (!type.equals("Boolean")) {
            operators(type, List.of("in"), "[" + type + "!]", draft);
            negation(type, "notIn", "[" + type + "!]", draft);
        }
        operators(type, List.of("isNull"), "Boolean", draft);
    }

    private static void range(String type, SchemaDraft draft) {
        draft.field(Names.range(type), inputField("lower", type + "!"));
        draft.field(Names.range(type), inputField("upper", type + "!"));
        equality(type, draft);
        operators(type, ORDERED, type, draft);
        operators(type, List.of("between"), Names.range(type), draft);
        negation(type, "notBetween", Names.range(type), draft);
    }

    private static void json(SchemaDraft draft) {
        operators("JSON", List.of("contains", "containedBy"), "JSON", draft);
        operators("JSON", List.of("hasKey"), "String", draft);
        operators("JSON", List.of("hasAnyKeys", "hasAllKeys"), "[String!]", draft);
        draft.field(
                Names.comparison("JSON"),
                inputField("pathMatch", "String").description("SQL/JSON path predicate, jsonb @@"));
        operators("JSON", List.of("isNull"), "Boolean", draft);
    }

    private static void negation(String type, String name, String operand, SchemaDraft draft) {
        draft.field(
                Names.comparison(type),
                inputField(name, operand)
                        .description(
                                "As in SQL, does not find what is null; add or: [.., {..: {isNull: true}}] for that."));
    }

    private static void operators(String type, List<String> names, String operand, SchemaDraft draft) {
        names.forEach(name -> draft.field(Names.comparison(type), inputField(name, operand)));
    }
}
