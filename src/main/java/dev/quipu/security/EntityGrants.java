package dev.quipu.security;

import dev.quipu.model.EntityModel;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The grants that stand on an entity and on its attributes.
 *
 * @param rows those on the entity
 * @param attributes those on its attributes, by name
 */
public record EntityGrants(EntityModel entity, List<Grant> rows, Map<String, List<Grant>> attributes) {

    /** Reads them, of the superclasses too. */
    static EntityGrants read(EntityModel entity) {
        List<Grant> rows = new ArrayList<>();
        Map<String, List<Grant>> attributes = new LinkedHashMap<>();
        for (Class<?> type = entity.javaType(); type != null; type = type.getSuperclass()) {
            rows.addAll(on(type));
            for (Field field : type.getDeclaredFields()) {
                attributes.putIfAbsent(field.getName(), on(field));
            }
        }
        return new EntityGrants(entity, rows, attributes);
    }

    private static List<Grant> on(AnnotatedElement element) {
        return List.of(element.getDeclaredAnnotationsByType(Grant.class));
    }

    /** Those about the attribute: on itself, and on the entity where it is named. */
    List<Grant> about(String attribute) {
        List<Grant> about = new ArrayList<>(attributes.getOrDefault(attribute, List.of()));
        rows.stream()
                .filter(grant -> List.of(grant.attributes()).contains(attribute)
                        || List.of(grant.attributes()).contains(Grant.ALL))
                .forEach(about::add);
        return about;
    }
}
