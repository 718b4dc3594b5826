package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.EntityModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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

    /** All that the schema has. */
    static List<MutationField> of(Shown shown) {
        return shown.entities()
                .flatMap(entity -> Stream.of(Verb.values())
                        .filter(verb -> verb != Verb.RESTORE || entity.softDeletable())
                        .map(verb -> new MutationField(verb, entity)))
                .toList();
    }
}
