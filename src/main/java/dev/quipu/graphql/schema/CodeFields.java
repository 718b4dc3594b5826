package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.argument;
import static dev.quipu.graphql.schema.Sdl.field;

import dev.quipu.model.EntityModel;
import graphql.schema.GraphQLFieldDefinition;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.util.List;

/** The fields of entities that code computes. They stand in outputs only: the database can neither filter nor order by them. */
final class CodeFields implements SchemaAspect {

    private final List<CodeField> fields;

    CodeFields(List<CodeField> fields) {
        this.fields = fields;
    }

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        fields.stream().filter(code -> code.entity().equals(entity)).forEach(code -> add(code, draft));
    }

    private static void add(CodeField code, SchemaDraft draft) {
        GraphQLFieldDefinition.Builder definition =
                field(code.name(), code.type()).description(code.description());
        code.parameters().stream()
                .filter(parameter -> parameter.name() != null)
                .forEach(parameter -> definition.argument(argument(parameter.name(), parameter.type())));
        draft.field(Names.type(code.entity()), definition);
        addEnum(code.method().getAnnotatedReturnType(), draft);
        for (Parameter parameter : code.method().getParameters()) {
            addEnum(parameter.getAnnotatedType(), draft);
        }
    }

    private static void addEnum(AnnotatedType type, SchemaDraft draft) {
        Class<?> innermost = JavaTypes.innermost(type);
        if (innermost != null && innermost.isEnum()) {
            draft.add(Enums.of(innermost));
        }
    }
}
