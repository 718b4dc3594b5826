package dev.quipu.security;

import dev.quipu.model.EntityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The grants that stand on an entity and on its attributes.
 *
 * @param rows those on the entity
 * @param attributes those on its attributes, by name
 */
record EntityGrants(EntityModel entity, List<UnderstoodGrant> rows, Map<String, List<UnderstoodGrant>> attributes) {

    /** Whether whoever may read a row may read the attribute. */
    boolean comesWithRow(String attribute) {
        return attribute.equals(entity.id().name())
                || (entity.version() != null
                        && attribute.equals(entity.version().name()));
    }

    /** Those about the attribute: on itself, and on the entity where it is named. */
    List<UnderstoodGrant> about(String attribute) {
        List<UnderstoodGrant> about = new ArrayList<>(attributes.getOrDefault(attribute, List.of()));
        rows.stream().filter(grant -> grant.names(attribute)).forEach(about::add);
        return about;
    }
}
