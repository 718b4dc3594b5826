package dev.quipu.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No input has a field for what rules derive, for what is hidden, or for ids, versions and times of deletion: the schema refuses them. */
@QuarkusTest
class MassAssignmentTest {

    @Inject
    GraphQLSchema schema;

    @Inject
    Model model;

    @Test
    void noInputTakesWhatNobodyAssigns() {
        List<String> compared = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (EntityModel entity : model.entities()) {
            for (String input : List.of("Create", "Patch")) {
                GraphQLInputObjectType type = (GraphQLInputObjectType) schema.getType(entity.name() + input);
                for (AttributeModel attribute : entity.attributes().values()) {
                    if (isNobodys(entity, attribute)) {
                        compared.add(type.getName() + "." + attribute.name());
                    }
                }
            }
        }
        compared.stream()
                .filter(field -> {
                    String[] names = field.split("\\.");
                    return ((GraphQLInputObjectType) schema.getType(names[0])).getField(names[1]) != null;
                })
                .forEach(taken::add);

        System.out.println("mass assignment: " + compared.size() + " fields of inputs compared: " + compared);
        assertThat(compared).contains("UserPatch.passwordHash", "OrderItemCreate.unitPrice", "PostCreate.deletedAt");
        assertThat(taken).isEmpty();
    }

    private static boolean isNobodys(EntityModel entity, AttributeModel attribute) {
        return attribute.hidden()
                || Set.of("id", "version").contains(attribute.name())
                || attribute.equals(entity.deletedAt())
                || (attribute instanceof BasicAttribute basic && (basic.derived() || basic.computed()));
    }
}
