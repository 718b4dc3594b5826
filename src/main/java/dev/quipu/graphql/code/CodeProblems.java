package dev.quipu.graphql.code;

import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects what is wrong with what is written as code; it stops the start, all at once. */
final class CodeProblems {

    private final Set<String> problems = new LinkedHashSet<>();

    void hiddenEntity(CodeOperation operation, String entity) {
        problems.add("API-110 " + operation.name() + ": it returns or takes " + entity
                + ", which is @Hidden. Return or take something else, or show the entity.");
    }

    void entityWithin(Reference type, Field field, Reference entity) {
        problems.add("API-111 " + simple(type) + "." + field.getName() + ": " + simple(entity)
                + " is an entity, and a type of your own has none among its fields. Let an operation return or take the entity itself, or keep"
                + " its id here.");
    }

    void noRootField(Operation operation) {
        problems.add("API-112 " + operation.getName()
                + ": it returns or takes an entity, which only queries and mutations outside a namespace do."
                + " Make it one of these, or let it speak of ids.");
    }

    void shape(CodeOperation operation, String place, String found) {
        problems.add("API-113 " + operation.name() + ": " + place + " is " + found
                + ". An entity is returned and taken alone or in one list, set or array.");
    }

    void noLeaf(CodeOperation operation, String found) {
        problems.add("API-114 " + operation.name() + ": it takes entities and returns " + found
                + ". Let it return entities, scalars or enums, alone or in a list.");
    }

    void nameTaken(Reference type) {
        problems.add("API-115 " + type.getClassName() + ": the derived schema has a type " + type.getName()
                + " already. Call this one otherwise, with @Name or @Type.");
    }

    void stopIfAny() {
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
    }

    private static String simple(Reference reference) {
        String name = reference.getClassName();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
