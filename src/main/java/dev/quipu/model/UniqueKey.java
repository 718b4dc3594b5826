package dev.quipu.model;

import java.util.List;

/**
 * Attributes whose values together identify one row.
 *
 * @param attributes their names, in the order of the key
 */
public record UniqueKey(List<String> attributes) {

    public UniqueKey {
        attributes = List.copyOf(attributes);
    }
}
