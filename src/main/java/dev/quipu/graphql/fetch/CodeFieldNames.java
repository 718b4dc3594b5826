package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.CodeField;
import dev.quipu.graphql.schema.Names;
import dev.quipu.model.EntityModel;
import dev.quipu.query.Output;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of entities that code computes. The database answers a row of which one is selected with an empty text in the field's
 * place, and with the row's opaque id under {@link #ROW}, so that {@link CodeValues} finds it.
 */
@Singleton
public class CodeFieldNames {

    /** A key that no field of a response can have. */
    public static final String ROW = "#";

    private final Map<String, CodeField> fields = new HashMap<>();

    /** Called once, before the first request. */
    public void set(List<CodeField> all) {
        all.forEach(field -> fields.put(field.place(), field));
    }

    /** The field of that name of the type, if code computes it. */
    public @Nullable CodeField find(String type, String name) {
        return fields.isEmpty() ? null : fields.get(type + "." + name);
    }

    boolean has(EntityModel entity, String name) {
        return find(Names.type(entity), name) != null;
    }

    static Output place(String key, String field) {
        return new Output.Code(key, field);
    }

    static Output row() {
        return new Output.GlobalId(ROW);
    }
}
