package dev.quipu.mutation;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import java.util.stream.Stream;

/** Which attributes identify rows by themselves. */
final class UniqueKeys {

    private UniqueKeys() {}

    /** The attributes that are a unique key each, without the id. */
    static Stream<BasicAttribute> attributes(EntityModel entity) {
        return entity.uniqueKeys().stream()
                .filter(key -> key.attributes().size() == 1)
                .map(key -> entity.attribute(key.attributes().get(0)))
                .filter(BasicAttribute.class::isInstance)
                .map(BasicAttribute.class::cast);
    }
}
