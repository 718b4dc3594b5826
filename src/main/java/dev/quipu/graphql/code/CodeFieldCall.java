package dev.quipu.graphql.code;

import dev.quipu.graphql.schema.CodeField;
import dev.quipu.graphql.schema.CodeField.Origin;
import dev.quipu.graphql.schema.CodeField.Parameter;
import dev.quipu.rule.OperationRefusedException;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.graphql.GraphQLException;
import org.jspecify.annotations.Nullable;

/** Calls the method behind a field of entities. */
final class CodeFieldCall {

    private final CodeField field;
    private final Map<String, Object> arguments;

    CodeFieldCall(CodeField field, Map<String, Object> arguments) {
        this.field = field;
        this.arguments = arguments;
    }

    /** The values for the entities, in their order; null for null. */
    List<@Nullable Object> values(List<? extends @Nullable Object> entities) {
        if (field.origin() == Origin.GETTER) {
            return each(entities, entity -> invoke(entity));
        }
        try (InstanceHandle<?> api = Arc.container().instance(field.method().getDeclaringClass())) {
            return field.origin() == Origin.SOURCE
                    ? each(entities, entity -> invoke(api.get(), with(entity)))
                    : batch(api.get(), entities);
        }
    }

    private interface Value {
        @Nullable
        Object of(Object entity);
    }

    private static List<@Nullable Object> each(List<? extends @Nullable Object> entities, Value value) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object entity : entities) {
            values.add(entity == null ? null : value.of(entity));
        }
        return values;
    }

    private List<@Nullable Object> batch(Object api, List<? extends @Nullable Object> entities) {
        List<Object> distinct = new ArrayList<>(
                new LinkedHashSet<>(entities.stream().filter(Objects::nonNull).toList()));
        Object returned = distinct.isEmpty() ? List.of() : invoke(api, with(distinct));
        List<?> values =
                returned instanceof Object[] array ? Arrays.asList(array) : new ArrayList<>((List<?>) returned);
        if (values.size() != distinct.size()) {
            throw new IllegalStateException(field.place() + " got " + distinct.size() + " entities and gave "
                    + values.size() + " values; it gives one for each, in their order");
        }
        return each(entities, entity -> values.get(distinct.indexOf(entity)));
    }

    private @Nullable Object[] with(Object source) {
        return field.parameters().stream()
                .map(Parameter::name)
                .map(name -> name == null ? source : arguments.get(name))
                .toArray();
    }

    private @Nullable Object invoke(Object instance, @Nullable Object... parameters) {
        try {
            return field.method().invoke(instance, parameters);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof GraphQLException refused) {
                throw new OperationRefusedException(String.valueOf(refused.getMessage()), refused);
            }
            throw cause instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException(field.place() + " failed", cause);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.place() + " is not public", e);
        }
    }
}
