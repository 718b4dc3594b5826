package dev.quipu.graphql.code;

import dev.quipu.graphql.code.CodeOperation.Taken;
import dev.quipu.graphql.code.ModelParts.Part;
import dev.quipu.graphql.schema.Names;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fits SmallRye's model of what is written as code to the derived schema. SmallRye makes an output and an input type of each entity
 * that an operation mentions, and of all that can be reached from it; none of these stays. What is left refers to the derived types,
 * and to the derived enums and scalars, by their names.
 */
final class CodeFirstModel {

    /** What SmallRye calls scalars that the derived schema calls otherwise, by Java class. */
    private static final Map<String, String> SCALARS =
            Map.of("java.math.BigDecimal", "Decimal", "java.lang.Long", "BigInt", "long", "BigInt");

    private final Schema schema;
    private final ModelParts parts;
    private final Model model;
    private final Map<String, GraphQLNamedType> derived;
    private final CodeProblems problems;

    private CodeFirstModel(Schema schema, Model model, Map<String, GraphQLNamedType> derived) {
        this.schema = schema;
        this.parts = new ModelParts(schema);
        this.model = model;
        this.derived = derived;
        this.problems = new CodeProblems();
    }

    /**
     * Fits the model, in place, and gives the operations that return or take entities.
     *
     * @param derived the derived types by their names
     * @throws IllegalStateException with all that does not fit
     */
    static List<CodeOperation> fit(Schema schema, Model model, Map<String, GraphQLNamedType> derived) {
        return new CodeFirstModel(schema, model, derived).fit();
    }

    private List<CodeOperation> fit() {
        List<CodeOperation> operations = Stream.concat(
                        read("Query", schema.getQueries()), read("Mutation", schema.getMutations()))
                .filter(CodeOperation::touchesEntities)
                .toList();
        Set<Operation> own = Set.copyOf(Stream.concat(schema.getQueries().stream(), schema.getMutations().stream())
                .toList());
        parts.operations()
                .filter(operation -> !own.contains(operation))
                .filter(operation -> ModelParts.references(operation).anyMatch(this::isEntity))
                .forEach(problems::noRootField);
        dropEntities();
        operations.forEach(operation -> new OperationShape(operation, problems).check());
        operations.stream().flatMap(operation -> operation.taken().stream()).forEach(CodeFirstModel::nameRow);
        parts.operations().flatMap(ModelParts::references).forEach(this::refer);
        Stream.concat(schema.getTypes().values().stream(), schema.getInterfaces().values().stream())
                .forEach(this::fitFields);
        schema.getInputs().values().forEach(this::fitFields);
        schema.getEnums().values().removeIf(this::isDerivedEnum);
        problems.stopIfAny();
        return operations;
    }

    private Stream<CodeOperation> read(String root, Collection<Operation> operations) {
        return operations.stream().map(operation -> {
            List<Taken> taken = new ArrayList<>();
            for (Argument argument : operation.getArguments()) {
                EntityModel entity = entity(argument.getReference());
                if (entity != null) {
                    taken.add(new Taken(argument, entity));
                }
            }
            return new CodeOperation(root, operation, entity(operation.getReference()), taken);
        });
    }

    /** Removes the types that stand for entities, and those that nothing else drags in. */
    private void dropEntities() {
        List<Reference> entities = Stream.of(
                        schema.getTypes().values(),
                        schema.getInterfaces().values(),
                        schema.getInputs().values())
                .<Reference>flatMap(Collection::stream)
                .filter(this::isEntity)
                .toList();
        Set<Part> dropped = parts.reachable(entities.stream(), reference -> false);
        dropped.removeAll(parts.reachable(parts.operations().flatMap(ModelParts::references), this::isEntity));
        dropped.forEach(part -> mapOf(part.kind()).remove(part.name()));
    }

    private Map<String, ?> mapOf(ReferenceType kind) {
        return switch (kind) {
            case TYPE -> schema.getTypes();
            case INPUT -> schema.getInputs();
            case INTERFACE -> schema.getInterfaces();
            case UNION -> schema.getUnions();
            case ENUM -> schema.getEnums();
            case SCALAR -> new HashMap<>();
        };
    }

    private void fitFields(Reference type) {
        if (derived.containsKey(type.getName())) {
            problems.nameTaken(type);
        }
        parts.fields(type).forEach(field -> ModelParts.references(field).forEach(reference -> {
            if (isEntity(reference)) {
                problems.entityWithin(type, field, reference);
            }
            refer(reference);
        }));
    }

    /** An argument that takes an entity names its row. */
    private static void nameRow(Taken taken) {
        Argument argument = taken.argument();
        argument.getReference().setName(Names.key(taken.entity()));
        argument.setNotNull(true);
        if (argument.hasWrapper()) {
            argument.getWrapper().setWrappedTypeNotNull(true);
        }
    }

    /** Lets a reference find its derived type. */
    private void refer(Reference reference) {
        EntityModel entity = entity(reference);
        if (entity != null && reference.getType() != ReferenceType.INPUT) {
            reference.setName(Names.type(entity));
        } else if (reference.getType() == ReferenceType.SCALAR) {
            reference.setName(SCALARS.getOrDefault(reference.getClassName(), reference.getName()));
        } else if (reference.getType() == ReferenceType.ENUM && isDerivedEnum(reference)) {
            reference.setType(ReferenceType.TYPE); // SmallRye looks up enums in its own list, but types by name
        }
    }

    private boolean isDerivedEnum(Reference reference) {
        GraphQLNamedType type = derived.get(reference.getName());
        if (type == null) {
            return false;
        }
        boolean same = type instanceof GraphQLEnumType values
                && values.getValues().get(0).getValue() instanceof Enum<?> constant
                && constant.getDeclaringClass().getName().equals(reference.getClassName());
        if (!same) {
            problems.nameTaken(reference);
        }
        return same;
    }

    private boolean isEntity(Reference reference) {
        return entity(reference) != null;
    }

    private @Nullable EntityModel entity(Reference reference) {
        return model.entities().stream()
                .filter(entity -> entity.javaType().getName().equals(reference.getClassName()))
                .findFirst()
                .orElse(null);
    }
}
