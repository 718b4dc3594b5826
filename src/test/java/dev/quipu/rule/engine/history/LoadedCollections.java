package dev.quipu.rule.engine.history;

import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps collections that are in memory in step with the references, as JPA asks of an application: above all, a removed entity
 * must not stay in a loaded collection that cascades PERSIST.
 */
final class LoadedCollections {

    private final Model model;
    private final Session session;

    LoadedCollections(Model model, Session session) {
        this.model = model;
        this.session = session;
    }

    /** The collections that are the other side of a reference. */
    Stream<ToManyAttribute> mappedBy(EntityModel child, ToOneAttribute reference) {
        return model.entity(reference.target())
                .toManys()
                .filter(collection -> collection.target().equals(child.name())
                        && collection.mappedBy().equals(reference.name()));
    }

    /** The elements of a parent's collection if they are in memory, or null. */
    @SuppressWarnings("unchecked")
    @Nullable
    Collection<Object> elements(EntityModel parent, @Nullable Object row, ToManyAttribute collection) {
        if (row == null || !Hibernate.isInitialized(row)) {
            return null;
        }
        Object elements = Attributes.get(parent, row, collection.name());
        return Hibernate.isInitialized(elements) ? (Collection<Object>) elements : null;
    }

    /** Takes every removed row out of the loaded collections of its parents. */
    void leaveRemoved() {
        for (var managed : session.unwrap(EventSource.class)
                .getPersistenceContextInternal()
                .reentrantSafeEntityEntries()) {
            if (managed.getValue().getStatus() == Status.DELETED) {
                EntityModel entity = model.entity(managed.getKey().getClass());
                entity.toOnes().forEach(reference -> leave(entity, managed.getKey(), reference));
            }
        }
    }

    void leave(EntityModel child, Object row, ToOneAttribute reference) {
        Object parent = Attributes.get(child, row, reference.name());
        mappedBy(child, reference)
                .map(collection -> elements(model.entity(reference.target()), parent, collection))
                .filter(Objects::nonNull)
                .forEach(elements -> elements.remove(row));
    }

    void enter(EntityModel child, Object row, ToOneAttribute reference) {
        Object parent = Attributes.get(child, row, reference.name());
        mappedBy(child, reference)
                .map(collection -> elements(model.entity(reference.target()), parent, collection))
                .filter(elements -> elements != null && !elements.contains(row))
                .forEach(elements -> elements.add(row));
    }

    /** Whether the row is in a loaded collection that would delete it when it leaves. */
    boolean isHeld(EntityModel child, Object row, ToOneAttribute reference) {
        Object parent = Attributes.get(child, row, reference.name());
        return mappedBy(child, reference)
                .filter(ToManyAttribute::orphanRemoval)
                .anyMatch(collection -> elements(model.entity(reference.target()), parent, collection) != null);
    }
}
