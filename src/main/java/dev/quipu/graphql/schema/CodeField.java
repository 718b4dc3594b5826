package dev.quipu.graphql.schema;

import dev.quipu.model.EntityModel;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an entity that code computes when a client asks for it.
 *
 * @param type in the schema language: {@code "[Order!]"}
 * @param returned the entity that it returns, one or several of them; null if it returns scalars or enums
 * @param parameters of the method, in its order
 */
public record CodeField(
        EntityModel entity,
        String name,
        @Nullable String description,
        Method method,
        Origin origin,
        String type,
        @Nullable EntityModel returned,
        List<Parameter> parameters) {

    /** Where the method stands, and whose value one call gives. */
    public enum Origin {
        /** On the entity itself. */
        GETTER,
        /** In an API class: it takes one entity. */
        SOURCE,
        /** In an API class: it takes all entities of a request, and gives a list of their values. */
        BATCH
    }

    /**
     * A parameter of the method.
     *
     * @param name of the argument; null for the one that takes the entity
     */
    public record Parameter(@Nullable String name, String type) {}

    public CodeField {
        parameters = List.copyOf(parameters);
    }

    /** {@code Order.overdue}. */
    public String place() {
        return Names.type(entity) + "." + name;
    }
}
