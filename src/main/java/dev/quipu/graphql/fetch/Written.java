package dev.quipu.graphql.fetch;

import dev.quipu.graphql.Json;
import dev.quipu.mutation.KeptAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a mutation.
 *
 * @param data an object of the payloads
 * @param rules what the rules did; null if nobody asked
 */
public record Written(Json data, @Nullable Json rules) {

    /** As it was kept. */
    static Written of(KeptAnswer kept) {
        return new Written(new Json(kept.data()), Json.orNull(kept.rules()));
    }
}
