package dev.quipu.expr;

import dev.quipu.expr.PropertyPath.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.from.SqmRoot;
import org.hibernate.type.EntityType;
import org.jspecify.annotations.Nullable;

/** Turns paths into nodes that look into a row's state or into its parents', and remembers what was read. */
final class PathCompiler {

    private final SessionFactoryImplementor sessionFactory;
    private final String entityName;
    private final Set<PropertyPath> reads = new LinkedHashSet<>();

    PathCompiler(SessionFactoryImplementor sessionFactory, String entityName) {
        this.sessionFactory = sessionFactory;
        this.entityName = entityName;
    }

    Set<PropertyPath> reads() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(reads));
    }

    Node compile(SqmPath<?> path) {
        PropertyPath property = resolve(path);
        reads.add(property);
        int position = property.position();
        if (property.own()) {
            return (state, parents) -> state[position];
        }
        Reference[] references = property.references().toArray(Reference[]::new);
        return (state, parents) -> {
            @Nullable Object[] current = state;
            for (Reference reference : references) {
                Object id = current[reference.position()];
                @Nullable Object[] parent = id == null ? null : parents.of(reference.target(), id);
                if (parent == null) {
                    return null;
                }
                current = parent;
            }
            return current[position];
        };
    }

    private PropertyPath resolve(SqmPath<?> path) {
        List<String> names = new ArrayList<>();
        SqmPath<?> current = path;
        while (current != null && !(current instanceof SqmRoot<?>)) {
            names.add(0, current.getReferencedPathSource().getPathName());
            current = current.getLhs();
        }
        if (names.isEmpty()) {
            throw new ExpressionException("an entity is no value; name one of its attributes");
        }
        EntityPersister entity = sessionFactory.getMappingMetamodel().getEntityDescriptor(entityName);
        List<Reference> references = new ArrayList<>();
        for (String name : names.subList(0, names.size() - 1)) {
            EntityPersister target = target(entity, name);
            references.add(new Reference(name, StateLayout.position(entity, name), target.getEntityName()));
            entity = target;
        }
        String attribute = names.get(names.size() - 1);
        return new PropertyPath(references, attribute, StateLayout.position(entity, attribute));
    }

    private EntityPersister target(EntityPersister entity, String name) {
        var type = entity.getPropertyType(name);
        if (type.isEntityType()) {
            return sessionFactory
                    .getMappingMetamodel()
                    .getEntityDescriptor(((EntityType) type).getAssociatedEntityName());
        }
        throw new ExpressionException("\"" + name + "\" is no reference to one entity");
    }
}
