package dev.quipu.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * All entities of the application, read once from Hibernate's mapping; immutable.
 *
 * <pre>{@code model.entity("Order").attribute("amountTotal")}</pre>
 */
public final class Model {

    private final Map<String, EntityModel> byName;

    private Model(Map<String, EntityModel> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /** Reads the mapping; the entities stand in alphabetical order. */
    public static Model read(Metadata metadata, SessionFactoryImplementor sessionFactory) {
        Map<String, EntityModel> byName = new LinkedHashMap<>();
        EntityReader reader = new EntityReader(sessionFactory.getMappingMetamodel());
        metadata.getEntityBindings().stream()
                .map(reader::read)
                .sorted(java.util.Comparator.comparing(EntityModel::name))
                .forEach(entity -> byName.put(entity.name(), entity));
        return new Model(byName);
    }

    public Collection<EntityModel> entities() {
        return byName.values();
    }

    /** The entity of that JPA name. */
    public EntityModel entity(String name) {
        EntityModel entity = byName.get(name);
        if (entity == null) {
            throw new IllegalArgumentException(
                    "There is no entity \"" + name + "\" (there are " + byName.keySet() + ")");
        }
        return entity;
    }

    /** The entity of that class. */
    public EntityModel entity(Class<?> javaType) {
        return byName.values().stream()
                .filter(entity -> entity.javaType().isAssignableFrom(javaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(javaType.getName() + " is no entity"));
    }
}
