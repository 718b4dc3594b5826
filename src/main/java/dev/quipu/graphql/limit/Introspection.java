package dev.quipu.graphql.limit;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import java.util.Set;

/** The fields that tell what the schema is. {@code __typename} is none: clients put it everywhere. */
final class Introspection {

    private static final Set<String> ENTRIES = Set.of("__schema", "__type");

    private Introspection() {}

    static boolean isEntry(Field field) {
        return ENTRIES.contains(field.getName());
    }

    /** Whether it is of a type such as {@code __Type}, below which there is nothing but introspection. */
    static boolean isPart(FragmentDefinition fragment) {
        return fragment.getTypeCondition().getName().startsWith("__");
    }
}
