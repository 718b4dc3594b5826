package dev.quipu.security;

import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the annotations of entities, of their superclasses too, and collects what is wrong with them. */
final class GrantReader {

    private final RowTestReader tests;
    private final List<String> problems = new ArrayList<>();

    GrantReader(RowTestReader tests) {
        this.tests = tests;
    }

    EntityGrants read(EntityModel entity) {
        List<UnderstoodGrant> rows = new ArrayList<>();
        Map<String, List<UnderstoodGrant>> attributes = new LinkedHashMap<>();
        for (Class<?> type = entity.javaType(); type != null; type = type.getSuperclass()) {
            rows.addAll(on(type, entity, entity.name()));
            for (Field field : type.getDeclaredFields()) {
                attributes.putIfAbsent(field.getName(), on(field, entity, entity.name() + "." + field.getName()));
            }
        }
        return new EntityGrants(entity, rows, attributes);
    }

    /** One sentence each. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private List<UnderstoodGrant> on(AnnotatedElement element, EntityModel entity, String place) {
        List<UnderstoodGrant> grants = new ArrayList<>();
        for (Grant grant : element.getDeclaredAnnotationsByType(Grant.class)) {
            check(element, entity, grant, place);
            grants.add(new UnderstoodGrant(grant, test(grant, entity, place)));
        }
        return grants;
    }

    private void check(AnnotatedElement element, EntityModel entity, Grant grant, String place) {
        if (grant.roles().length == 0 || grant.actions().length == 0) {
            problems.add("SEC-102 " + place + ": a @Grant without roles or actions grants nothing."
                    + " Name some, or remove it.");
        }
        Stream.concat(
                        element instanceof Field field ? Stream.of(field.getName()) : Stream.empty(),
                        Stream.of(grant.attributes()))
                .filter(name -> entity.attribute(name) instanceof ToManyAttribute)
                .forEach(
                        name -> problems.add(
                                "SEC-106 " + place + ": a @Grant names the collection \"" + name
                                        + "\", which is readable where its elements and their reference to the owner are. Leave it out, and grant those."));
        if (element instanceof Field && grant.attributes().length > 0) {
            problems.add("SEC-103 " + place + ": a @Grant on an attribute is about that attribute alone."
                    + " Leave attributes out, or move it to the entity.");
        }
    }

    private @Nullable RowTest test(Grant grant, EntityModel entity, String place) {
        if (grant.where().isBlank()) {
            return null;
        }
        try {
            return tests.read(entity, grant.where());
        } catch (IllegalArgumentException problem) {
            problems.add(
                    "SEC-101 " + place + ": @Grant(where = \"" + grant.where() + "\"): " + problem.getMessage()
                            + ". Write a condition over the attributes of " + entity.name()
                            + "; viewer.id and viewer.username are who asks, and in subqueries and functions they are named this.<attribute>.");
            return new RowTest.Any(List.of());
        }
    }
}
