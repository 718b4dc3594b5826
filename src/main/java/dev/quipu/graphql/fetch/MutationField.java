package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.EntityModel;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a derived root field of {@code Mutation} does. */
record MutationField(Verb verb, EntityModel entity) {

    enum Verb {
        CREATE,
        UPDATE,
        DELETE,
        RESTORE
    }

    /** {@code createOrder}. */
    String name() {
        return Names.mutation(verb.name().toLowerCase(Locale.ROOT), entity);
    }

    /** All of them by name. */
    static Map<String, MutationField> of(Shown shown) {
        Map<String, MutationField> byName = new LinkedHashMap<>();
        shown.entities().forEach(entity -> {
            for (Verb verb : Verb.values()) {
                MutationField field = new MutationField(verb, entity);
                byName.put(field.name(), field);
            }
        });
        return byName;
    }
}
