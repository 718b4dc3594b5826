package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the inputs of mutations leave out. */
@QuarkusTest
class InputsTest {

    @Inject
    GraphQLSchema schema;

    @Inject
    Model model;

    @Test
    void nameNothingThatClientsDoNotWrite() {
        for (EntityModel entity : model.entities()) {
            if (entity.immutable()) {
                assertThat(schema.getType(entity.name() + "Create")).isNull();
                continue;
            }
            List<String> forbidden = entity.basics()
                    .filter(attribute -> attribute.derived()
                            || attribute.stamped()
                            || attribute.hidden()
                            || isSystem(entity, attribute))
                    .map(BasicAttribute::name)
                    .toList();

            assertThat(fields(entity.name() + "Create")).isNotEmpty().doesNotContainAnyElementsOf(forbidden);
            assertThat(fields(entity.name() + "Patch")).isNotEmpty().doesNotContainAnyElementsOf(forbidden);
        }
    }

    private static boolean isSystem(EntityModel entity, BasicAttribute attribute) {
        return Stream.of(entity.id(), entity.version(), entity.deletedAt()).anyMatch(attribute::equals);
    }

    private List<String> fields(String input) {
        return ((GraphQLInputObjectType) schema.getType(input))
                .getFields().stream().map(field -> field.getName()).toList();
    }
}
