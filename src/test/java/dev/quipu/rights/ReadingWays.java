package dev.quipu.rights;

import dev.quipu.query.NodeId;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Every way to read every attribute of somebody's rows, worked out from the schema. */
final class ReadingWays {

    private final Fields fields;
    /** The ids of the rows, by entity. */
    private final UnaryOperator<String> ids;
    /** The values of unique keys. */
    private final Map<String, String> keys;

    private final List<Question> questions = new ArrayList<>();

    ReadingWays(Fields fields, UnaryOperator<String> ids, Map<String, String> keys) {
        this.fields = fields;
        this.ids = ids;
        this.keys = keys;
    }

    List<Question> questions() {
        for (GraphQLObjectType type : fields.entities()) {
            for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
                rows(type, field);
                nested(type, field);
            }
            filters(type);
            orderings(type);
            aggregates(type);
            groups(type);
        }
        return questions;
    }

    private void rows(GraphQLObjectType type, GraphQLFieldDefinition field) {
        String single = Fields.single(type);
        String list = fields.list(type);
        String select = fields.select(field);
        List<String> needs = List.of(type.getName(), Fields.line(type, field.getName()));
        add("by id", needs, "%s(id: \"%s\") { %s }".formatted(single, id(type), select), "/" + field.getName());
        String nodeId = new NodeId(type.getName(), id(type)).encode();
        String node = "node(nodeId: \"%s\") { ... on %s { %s } }".formatted(nodeId, type.getName(), select);
        add("by node", needs, node, "/" + field.getName());
        add(
                "in a list",
                needs,
                "%s(%s) { nodes { %s } }".formatted(list, only(type), select),
                "/nodes/0/" + field.getName());
        String edges = "%s(%s) { edges { node { %s } } }".formatted(list, only(type), select);
        add("in an edge", needs, edges, "/edges/0/node/" + field.getName());
        fields.byKey(type).forEach(root -> {
            String key = root.getArguments().get(0).getName();
            String query = "%s(%s: \"%s\") { %s }"
                    .formatted(root.getName(), key, keys.get(type.getName() + "." + key), select);
            add("by key", with(needs, Fields.line(type, key)), query, "/" + field.getName());
        });
    }

    private void nested(GraphQLObjectType type, GraphQLFieldDefinition field) {
        for (GraphQLObjectType holder : fields.entities()) {
            for (GraphQLFieldDefinition way : holder.getFieldDefinitions()) {
                List<String> needs = List.of(
                        holder.getName(),
                        Fields.line(holder, way.getName()),
                        type.getName(),
                        Fields.line(type, field.getName()));
                String start = "%s(id: \"%s\") { %s".formatted(Fields.single(holder), id(holder), way.getName());
                String name = "through " + holder.getName() + "." + way.getName();
                if (Fields.nameOf(way.getType()).equals(type.getName())) {
                    boolean list = !graphql.schema.GraphQLTypeUtil.unwrapNonNull(way.getType())
                            .equals(type);
                    add(
                            name,
                            needs,
                            start + " { " + fields.select(field) + " } }",
                            "/" + way.getName() + (list ? "/0/" : "/") + field.getName());
                } else if (Fields.nameOf(way.getType()).equals(type.getName() + "Connection")) {
                    String below = "(%s) { nodes { %s } } }".formatted(only(type), fields.select(field));
                    add(name, needs, start + below, "/" + way.getName() + "/nodes/0/" + field.getName());
                }
            }
        }
    }

    private void filters(GraphQLObjectType type) {
        fields.inputs(type.getName() + "Filter").forEach(field -> {
            String through = Fields.nameOf(field.getType());
            String line = Fields.line(type, field.getName());
            if (List.of("and", "or", "not").contains(field.getName())) {
                return;
            }
            if (hasIsNull(through)) {
                filter(
                        type,
                        "in a filter",
                        List.of(type.getName(), line),
                        "{%s: {isNull: false}}".formatted(field.getName()));
                return;
            }
            String target = through.replaceAll("(List)?Filter$", "");
            String some = through.endsWith("ListFilter") ? "some: {%s: {isNull: false}}" : "%s: {isNull: false}";
            fields.inputs(target + "Filter")
                    .filter(inner -> hasIsNull(Fields.nameOf(inner.getType())))
                    .forEach(inner -> {
                        GraphQLObjectType other = fields.schema().getObjectType(target);
                        List<String> needs = List.of(type.getName(), line, target, Fields.line(other, inner.getName()));
                        filter(
                                type,
                                "in a filter of " + line,
                                needs,
                                "{%s: {%s}}".formatted(field.getName(), some.formatted(inner.getName())));
                    });
        });
    }

    private boolean hasIsNull(String filter) {
        return fields.inputs(filter).map(GraphQLInputObjectField::getName).anyMatch("isNull"::equals);
    }

    private void filter(GraphQLObjectType type, String way, List<String> needs, String filter) {
        String query = "%s(first: 1, filter: {and: [{id: {eq: \"%s\"}}, %s]}) { nodes { id } }"
                .formatted(fields.list(type), id(type), filter);
        add(way, needs, query, "/nodes/0/id");
    }

    private void orderings(GraphQLObjectType type) {
        fields.inputs(type.getName() + "OrderBy").forEach(field -> {
            String line = Fields.line(type, field.getName());
            String ordered = Fields.nameOf(field.getType());
            if (ordered.equals("SortDirection")) {
                widely(
                        "in an ordering",
                        type,
                        List.of(List.of(line, type.getName())),
                        "orderBy: [{%s: ASC}]".formatted(field.getName()),
                        "totalCount");
            } else if (!ordered.endsWith("AggregateOrderBy")) {
                String target = ordered.replaceAll("OrderBy$", "");
                GraphQLObjectType other = fields.schema().getObjectType(target);
                fields.inputs(ordered)
                        .filter(inner -> Fields.nameOf(inner.getType()).equals("SortDirection"))
                        .forEach(inner -> widely(
                                "in an ordering through " + line,
                                type,
                                List.of(
                                        List.of(line, type.getName()),
                                        List.of(Fields.line(other, inner.getName()), target)),
                                "orderBy: [{%s: {%s: ASC}}]".formatted(field.getName(), inner.getName()),
                                "totalCount"));
            }
        });
    }

    private void aggregates(GraphQLObjectType type) {
        fields.outputs(type.getName() + "Aggregate").forEach(kind -> fields.outputs(Fields.nameOf(kind.getType()))
                .forEach(field -> add(
                        "in " + kind.getName(),
                        List.of(type.getName(), Fields.line(type, field.getName())),
                        "%s(%s) { aggregate { %s { %s } } }"
                                .formatted(fields.list(type), only(type), kind.getName(), field.getName()),
                        "/aggregate/" + kind.getName() + "/" + field.getName())));
    }

    private void groups(GraphQLObjectType type) {
        fields.values(type.getName() + "GroupKey").forEach(key -> {
            String field = fields.outputs(type.getName())
                    .map(GraphQLFieldDefinition::getName)
                    .filter(name -> key.matches(snake(name) + "(_(DAY|WEEK|MONTH|QUARTER|YEAR))?"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no field for the group key " + key));
            widely(
                    "as a group",
                    type,
                    List.of(List.of(Fields.line(type, field), type.getName())),
                    "first: 1",
                    "groupBy(keys: [%s]) { aggregate { count } }".formatted(key));
        });
    }

    private void widely(
            String way, GraphQLObjectType type, List<List<String>> widely, String arguments, String select) {
        String field = "%s(%s) { __typename %s }".formatted(fields.list(type), arguments, select);
        String attribute = widely.get(widely.size() - 1).get(0);
        questions.add(new Question(way, attribute, field, "/__typename", List.of(), widely));
    }

    private void add(String way, List<String> needs, String field, String answer) {
        questions.add(new Question(way, needs.get(needs.size() - 1), field, answer, needs, List.of()));
    }

    private String only(GraphQLObjectType type) {
        return "first: 1, filter: {id: {eq: \"" + id(type) + "\"}}";
    }

    private String id(GraphQLObjectType type) {
        return ids.apply(type.getName());
    }

    private static List<String> with(List<String> needs, String more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(needs);
        return all;
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
