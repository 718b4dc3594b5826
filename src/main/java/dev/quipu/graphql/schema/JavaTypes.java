package dev.quipu.graphql.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.model.EntityModel;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Which GraphQL type stands for a Java type in the signature of a method. */
final class JavaTypes {

    private static final Map<Class<?>, String> SCALARS = Map.ofEntries(
            Map.entry(String.class, "String"),
            Map.entry(int.class, "Int!"),
            Map.entry(Integer.class, "Int"),
            Map.entry(long.class, "BigInt!"),
            Map.entry(Long.class, "BigInt"),
            Map.entry(double.class, "Float!"),
            Map.entry(Double.class, "Float"),
            Map.entry(BigDecimal.class, "Decimal"),
            Map.entry(boolean.class, "Boolean!"),
            Map.entry(Boolean.class, "Boolean"),
            Map.entry(LocalDate.class, "Date"),
            Map.entry(Instant.class, "DateTime"),
            Map.entry(OffsetDateTime.class, "DateTime"),
            Map.entry(byte[].class, "Bytes"),
            Map.entry(JsonNode.class, "JSON"));

    private final Shown shown;

    JavaTypes(Shown shown) {
        this.shown = shown;
    }

    /** The type as the schema language writes it, or null if there is none. */
    @Nullable
    String text(AnnotatedType type) {
        String named = named(type);
        boolean required = type.isAnnotationPresent(NonNull.class) && named != null && !named.endsWith("!");
        return required ? named + "!" : named;
    }

    private @Nullable String named(AnnotatedType type) {
        AnnotatedType element = element(type);
        if (element != null) {
            String text = text(element);
            return text == null ? null : "[" + text + "]";
        }
        if (!(type.getType() instanceof Class<?> plain)) {
            return null;
        }
        EntityModel entity = entity(plain);
        if (entity != null) {
            return Names.type(entity);
        }
        return plain.isEnum() ? plain.getSimpleName() : SCALARS.get(plain);
    }

    /** The type of the elements, if it is a collection. */
    static @Nullable AnnotatedType element(AnnotatedType type) {
        if (type instanceof AnnotatedArrayType array && type.getType() != byte[].class) {
            return array.getAnnotatedGenericComponentType();
        }
        return type instanceof AnnotatedParameterizedType generic
                        && generic.getType() instanceof ParameterizedType parameterized
                        && parameterized.getRawType() instanceof Class<?> raw
                        && Collection.class.isAssignableFrom(raw)
                ? generic.getAnnotatedActualTypeArguments()[0]
                : null;
    }

    /** The class behind all collections; null if it is not that simple. */
    static @Nullable Class<?> innermost(AnnotatedType type) {
        AnnotatedType element = element(type);
        Type plain = type.getType();
        return element != null ? innermost(element) : plain instanceof Class<?> simple ? simple : null;
    }

    /** The entity of that class, if it is one that the API shows. */
    @Nullable
    EntityModel entity(@Nullable Class<?> type) {
        return shown.entities()
                .filter(entity -> entity.javaType() == type)
                .findFirst()
                .orElse(null);
    }
}
