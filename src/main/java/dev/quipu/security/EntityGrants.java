package dev.quipu.security;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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

    /** The names in grants that are none of those. */
    Stream<String> unknownNames(Set<String> known) {
        return rows.stream()
                .flatMap(grant -> Stream.of(grant.grant().attributes()))
                .filter(name -> !name.equals(Grant.ALL) && !known.contains(name))
                .distinct();
    }

    /** The entity, or those of its attributes, that nobody may read. */
    Stream<String> closed() {
        if (entity.hidden()) {
            return Stream.empty();
        }
        if (rows.stream().noneMatch(UnderstoodGrant::reads)) {
            return Stream.of(entity.name());
        }
        return entity.attributes().values().stream()
                .filter(attribute -> !attribute.hidden() && !(attribute instanceof ToManyAttribute))
                .map(AttributeModel::name)
                .filter(name -> !comesWithRow(name) && about(name).stream().noneMatch(UnderstoodGrant::reads))
                .map(name -> entity.name() + "." + name);
    }

    /** Those about the attribute: on itself, and on the entity where it is named. */
    List<UnderstoodGrant> about(String attribute) {
        List<UnderstoodGrant> about = new ArrayList<>(attributes.getOrDefault(attribute, List.of()));
        rows.stream().filter(grant -> grant.names(attribute)).forEach(about::add);
        return about;
    }
}
