package dev.quipu.rights;

import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every mutation of somebody's rows with every input, alone and nested, worked out from the schema. */
final class WritingWays {

    private final Fields fields;
    private final Model model;
    private final People people;
    private final String owner;
    private final List<Writing> writings = new ArrayList<>();

    WritingWays(Fields fields, Model model, People people, String owner) {
        this.fields = fields;
        this.model = model;
        this.people = people;
        this.owner = owner;
    }

    List<Writing> writings() {
        for (GraphQLObjectType type : fields.entities()) {
            String entity = type.getName();
            if (fields.schema().getType(entity + "Create") == null) {
                continue; // nobody writes it through the API
            }
            add(List.of("create " + entity), create(entity, base(entity)));
            add(
                    List.of("delete " + entity),
                    "delete%s(input: {id: \"%s\"}) { __typename }".formatted(entity, id(entity)));
            if (model.entity(entity).softDeletable()) {
                String deleted = people.id(owner, "deleted " + entity);
                add(
                        List.of("restore " + entity),
                        "restore%s(input: {id: \"%s\"}) { __typename }".formatted(entity, deleted));
            }
            fields.inputs(entity + "Create").forEach(field -> attributes(type, field, true));
            fields.inputs(entity + "Patch").forEach(field -> attributes(type, field, false));
        }
        return writings;
    }

    private void attributes(GraphQLObjectType type, GraphQLInputObjectField field, boolean creates) {
        String line = (creates ? "create " : "update ") + Fields.line(type, field.getName());
        EntityModel entity = model.entity(type.getName());
        if (entity.attribute(field.getName()) instanceof ToManyAttribute collection) {
            elements(entity, collection, line, creates);
        } else if (entity.attribute(field.getName()) instanceof ToOneAttribute reference) {
            write(entity, line, reference.name(), "{connect: {id: \"" + id(reference.target()) + "\"}}", creates);
            String made = "{create: " + text(base(reference.target())) + "}";
            write(entity, line, reference.name(), made, creates, "create " + reference.target());
        } else {
            write(entity, line, field.getName(), value(entity, field), creates);
        }
    }

    private void elements(EntityModel entity, ToManyAttribute collection, String line, boolean creates) {
        String target = collection.target();
        Map<String, String> element = base(target);
        element.remove(collection.mappedBy() + "Id");
        String name = collection.name();
        write(entity, line, name, "{create: [" + text(element) + "]}", creates, "create " + target);
        String others = "{id: \"" + people.id("ada", target) + "\"}";
        write(
                entity,
                line,
                name,
                "{connect: [" + others + "]}",
                creates,
                "update " + target + "." + collection.mappedBy());
        if (creates) {
            return;
        }
        String key = "{id: \"" + id(target) + "\"}";
        write(entity, line, name, "{delete: [{key: " + key + "}]}", false, "delete " + target);
        GraphQLObjectType type = fields.schema().getObjectType(target);
        fields.inputs(target + "Patch")
                .filter(field -> !(model.entity(target).attribute(field.getName()) instanceof ToManyAttribute)
                        && !(model.entity(target).attribute(field.getName()) instanceof ToOneAttribute))
                .forEach(field -> {
                    String patch = "{%s: %s}".formatted(field.getName(), value(model.entity(target), field));
                    String update = "{update: [{key: %s, patch: %s}]}".formatted(key, patch);
                    write(entity, line, name, update, false, "update " + Fields.line(type, field.getName()));
                });
    }

    private void write(EntityModel entity, String line, String field, String value, boolean creates, String... nested) {
        List<String> needs = new ArrayList<>(List.of(nested));
        needs.add(line);
        String name = entity.name();
        if (creates) {
            needs.add("create " + name);
            Map<String, String> input = base(name);
            input.remove(field + "Id");
            input.put(field, value);
            add(needs, create(name, input));
            return;
        }
        String patch = "{%s: %s}".formatted(field, value);
        add(needs, "update%s(input: {id: \"%s\", patch: %s}) { __typename }".formatted(name, id(name), patch));
        add(
                needs,
                "update%s(input: {filter: {id: {eq: \"%s\"}}, patch: %s}) { affectedCount }"
                        .formatted(capital(fields.list(fields.schema().getObjectType(name))), id(name), patch));
        String upsert = "upsert%s(input: {key: {id: \"%s\"}, create: %s, patch: %s}) { __typename }";
        add(needs, upsert.formatted(name, id(name), text(base(name)), patch));
    }

    private static String create(String entity, Map<String, String> input) {
        String argument = entity.substring(0, 1).toLowerCase(Locale.ROOT) + entity.substring(1);
        return "create%s(input: {%s: %s}) { __typename }".formatted(entity, argument, text(input));
    }

    private void add(List<String> needs, String field) {
        writings.add(new Writing(needs, field));
    }

    /** What a new row needs, in the owner's name. */
    private Map<String, String> base(String entity) {
        Map<String, String> base = new TreeMap<>();
        fields.inputs(entity + "Create")
                .filter(field ->
                        graphql.schema.GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue())
                .forEach(field -> base.put(field.getName(), value(model.entity(entity), field)));
        model.entity(entity)
                .toOnes()
                .filter(reference -> !reference.nullable())
                .forEach(reference -> base.put(reference.name() + "Id", "\"" + id(reference.target()) + "\""));
        return base;
    }

    private static String text(Map<String, String> input) {
        return input.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String value(EntityModel entity, GraphQLInputObjectField field) {
        return switch (Fields.nameOf(field.getType())) {
            case "String" -> field.getName().equals("password") ? "\"correct horse battery staple\"" : "\"new\"";
            case "Int" -> "3";
            case "Float" -> "1.5";
            case "Decimal" -> "\"99.00\"";
            case "Boolean" -> "true";
            case "DateTime" -> "\"2026-02-03T04:05:06Z\"";
            case "Date" -> "\"2026-02-03\"";
            case "Bytes" -> "\"bmV3\"";
            case "JSON" -> "{colour: \"new\"}";
            case "ID" ->
                "\"" + id(((ToOneAttribute) entity.attribute(field.getName().replaceAll("Id$", ""))).target()) + "\"";
            default -> throw new AssertionError("no value for " + field);
        };
    }

    /** The id of the owner's row, of an order that is open. */
    private String id(String entity) {
        return people.id(owner, List.of("Order", "OrderItem").contains(entity) ? "open " + entity : entity);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
