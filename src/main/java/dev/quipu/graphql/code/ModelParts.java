package dev.quipu.graphql.code;

import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.InputType;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.graphql.schema.model.Type;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What refers to what in SmallRye's model. */
final class ModelParts {

    private final Schema schema;

    ModelParts(Schema schema) {
        this.schema = schema;
    }

    /** An input and an output type may have the same name. */
    record Part(ReferenceType kind, String name) {

        static Part of(Reference reference) {
            return new Part(reference.getType(), reference.getName());
        }
    }

    /** The root fields of all kinds. */
    Stream<Operation> operations() {
        return schema.getAllOperations().stream();
    }

    /** The fields of what the reference stands for. */
    Stream<? extends Field> fields(Reference reference) {
        if (reference.getType() == ReferenceType.INPUT) {
            InputType input = schema.getInputs().get(reference.getName());
            return input == null ? Stream.empty() : input.getFields().values().stream();
        }
        Type type = type(reference);
        return type == null
                ? Stream.empty()
                : Stream.concat(
                        type.getFields().values().stream(),
                        Stream.concat(values(type.getOperations()), values(type.getBatchOperations())));
    }

    /** Everything that can be reached from the references; it is not looked for behind those that are closed. */
    Set<Part> reachable(Stream<Reference> from, Predicate<Reference> closed) {
        Set<Part> seen = new LinkedHashSet<>();
        Deque<Reference> open = new ArrayDeque<>(from.toList());
        while (!open.isEmpty()) {
            Reference reference = open.pop();
            if (!closed.test(reference) && seen.add(Part.of(reference))) {
                fields(reference).flatMap(ModelParts::references).forEach(open::add);
                implementors(reference).forEach(open::add);
            }
        }
        return seen;
    }

    /** What a field is made of: its own type and those of its arguments. */
    static Stream<Reference> references(Field field) {
        Stream<Reference> own = Stream.of(field.getReference());
        return field instanceof Operation operation
                ? Stream.concat(own, operation.getArguments().stream().map(Field::getReference))
                : own;
    }

    private Stream<Reference> implementors(Reference reference) {
        boolean shared = reference.getType() == ReferenceType.INTERFACE || reference.getType() == ReferenceType.UNION;
        return !shared
                ? Stream.empty()
                : schema.getTypes().values().stream()
                        .filter(type -> type.isMemberOfUnion(reference) || implementsIt(type, reference))
                        .map(Reference.class::cast);
    }

    private static boolean implementsIt(Type type, Reference reference) {
        return type.getInterfaces().stream()
                .anyMatch(implemented -> implemented.getName().equals(reference.getName()));
    }

    private @Nullable Type type(Reference reference) {
        return reference.getType() == ReferenceType.INTERFACE
                ? schema.getInterfaces().get(reference.getName())
                : schema.getTypes().get(reference.getName());
    }

    private static Stream<Operation> values(Map<String, Operation> operations) {
        Collection<Operation> values = operations.values();
        return values.stream();
    }
}
