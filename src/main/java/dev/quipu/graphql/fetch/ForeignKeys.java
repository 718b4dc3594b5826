package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;

/** Finds the reference behind {@code customerId}. */
final class ForeignKeys {

    private ForeignKeys() {}

    static ToOneAttribute named(String name, EntityModel entity, Shown shown) {
        return shown.toOnes(entity)
                .filter(reference -> Names.foreignKey(reference).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(entity.name() + " shows no " + name));
    }
}
