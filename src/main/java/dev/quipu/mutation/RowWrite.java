package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be written to one row. Attributes that are not named keep their value, or the initial value of a new row.
 *
 * @param attributes by name, in the order of the request; none is derived, the id or the version
 */
public record RowWrite(EntityModel entity, InputPath path, Map<String, AttributeWrite> attributes) {

    public RowWrite {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Where the attribute stands in the request, or the row if the request does not name the attribute. */
    InputPath pathOf(String attribute) {
        AttributeWrite write = attributes.get(attribute);
        return write == null ? path : write.path();
    }
}
