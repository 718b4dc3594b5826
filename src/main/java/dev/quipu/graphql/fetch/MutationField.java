package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.EntityModel;
import java.util.List;
import java.util.stream.Stream;

/** What a derived root field of {@code Mutation} does. */
record MutationField(Verb verb, EntityModel entity) {

    enum Verb {
        CREATE("create", false),
        CREATE_ALL("create", true),
        UPDATE("update", false),
        UPDATE_ALL("update", true),
        UPSERT("upsert", false),
        DELETE("delete", false),
        DELETE_ALL("delete", true),
        RESTORE("restore", false);

        private final String word;
        private final boolean bulk;

        Verb(String word, boolean bulk) {
            this.word = word;
            this.bulk = bulk;
        }

        /** Whether it writes several rows. */
        boolean bulk() {
            return bulk;
        }
    }

    /** {@code createOrder}, {@code createOrders}. */
    String name() {
        return verb.bulk ? Names.bulkMutation(verb.word, entity) : Names.mutation(verb.word, entity);
    }

    /** All that the schema has. */
    static List<MutationField> of(Shown shown) {
        return shown.entities()
                .filter(entity -> !entity.immutable())
                .flatMap(entity -> Stream.of(Verb.values())
                        .filter(verb -> verb != Verb.RESTORE || entity.softDeletable())
                        .map(verb -> new MutationField(verb, entity)))
                .toList();
    }
}
