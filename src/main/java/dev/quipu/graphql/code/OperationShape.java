package dev.quipu.graphql.code;

import dev.quipu.graphql.code.CodeOperation.Taken;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Wrapper;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks whether an operation returns and takes entities in a way that can be kept. */
final class OperationShape {

    private final CodeOperation operation;
    private final CodeProblems problems;

    OperationShape(CodeOperation operation, CodeProblems problems) {
        this.operation = operation;
        this.problems = problems;
    }

    void check() {
        if (operation.returned() == null) {
            requireLeaf(operation.operation().getReference());
        } else {
            require("what it returns", operation.operation().getWrapper(), false);
            requireShown(operation.returned().hidden(), operation.returned().name());
        }
        for (Taken taken : operation.taken()) {
            require(taken.name(), taken.argument().getWrapper(), true);
            requireShown(taken.entity().hidden(), taken.entity().name());
        }
    }

    private void requireShown(boolean hidden, String entity) {
        if (hidden) {
            problems.hiddenEntity(operation, entity);
        }
    }

    private void requireLeaf(Reference returned) {
        if (returned.getType() != ReferenceType.SCALAR && returned.getType() != ReferenceType.ENUM) {
            problems.noLeaf(operation, returned.getName());
        }
    }

    private void require(String place, @Nullable Wrapper wrapper, boolean argument) {
        long lists = layers(wrapper)
                .filter(layer -> layer.isCollection() || layer.isArray())
                .count();
        boolean odd = layers(wrapper)
                .anyMatch(layer -> layer.isMap() || (argument && !layer.isCollection() && !layer.isArray()));
        if (lists > 1 || odd) {
            problems.shape(operation, place, wrapper == null ? "an entity" : "in a " + wrapper.getWrapperClassName());
        }
    }

    private static Stream<Wrapper> layers(@Nullable Wrapper wrapper) {
        return Stream.iterate(wrapper, layer -> layer != null, Wrapper::getWrapper);
    }
}
