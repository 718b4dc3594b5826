package dev.quipu.rule.engine.history;

import dev.quipu.change.SoftDeletion;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.rule.engine.history.Change.Way;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;

/** Makes the changes of one transaction in one session, as an application would. */
final class Steps {

    private final Model model;
    private final Session session;
    private final Identities identities;
    private final LoadedCollections collections;
    /** Removed since the last flush. */
    private final Map<Key, Object> removed = new HashMap<>();

    Steps(Model model, Session session, Identities identities) {
        this.model = model;
        this.session = session;
        this.identities = identities;
        this.collections = new LoadedCollections(model, session);
    }

    /** Makes a change; whether the session was flushed, or may have been. */
    boolean make(Change change) {
        if (change instanceof Change.Insert insert) {
            insert(insert);
        } else if (change instanceof Change.Assign assign) {
            assign(assign);
        } else if (change instanceof Change.Remove remove) {
            Object row = find(remove.row());
            if (row != null) {
                session.remove(row);
                collections.leaveRemoved();
                removed.put(remove.row(), row);
            }
        } else if (change instanceof Change.Revive revive) {
            Object row = removed.remove(revive.row());
            if (row != null) {
                session.persist(row);
            }
        } else if (change instanceof Change.Orphan orphan) {
            orphan(orphan);
        } else if (change instanceof Change.Restore restore) {
            Object id = identities.of(restore.row());
            if (id != null) {
                SoftDeletion.restore(session, model.entity(restore.row().entity()), id);
                return flushed();
            }
        } else if (change instanceof Change.Purge purge) {
            Object id = identities.of(purge.row());
            if (id != null) {
                SoftDeletion.purge(session, model.entity(purge.row().entity()), id);
                return flushed();
            }
        } else if (change instanceof Change.Query query) {
            session.createSelectionQuery("from " + query.entity(), Object.class).getResultList();
            return flushed();
        } else if (change instanceof Change.Flush) {
            session.flush();
            return flushed();
        } else if (change instanceof Change.Clear) {
            session.flush();
            session.clear();
            return flushed();
        }
        return false;
    }

    private boolean flushed() {
        removed.clear();
        return true;
    }

    private void insert(Change.Insert insert) {
        EntityModel entity = model.entity(insert.row().entity());
        Object row;
        try {
            row = entity.javaType().getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        for (Map.Entry<String, @Nullable Object> entry : insert.values().entrySet()) {
            Object value = entry.getValue();
            if (entity.attribute(entry.getKey()) instanceof ToOneAttribute reference) {
                value = parent((Key) value, insert.way());
                if (value == null && !reference.nullable()) {
                    return;
                }
            }
            Attributes.set(entity, row, entry.getKey(), value);
        }
        identities.assign(entity, row, insert.row());
        boolean reached = entity.toOnes()
                .map(reference -> enter(entity, row, reference, insert.way()))
                .reduce(false, Boolean::logicalOr);
        if (!reached) {
            session.persist(row);
        }
        identities.remember(entity, row, insert.row());
    }

    private void assign(Change.Assign assign) {
        EntityModel entity = model.entity(assign.row().entity());
        Object row = find(assign.row());
        if (row == null) {
            return;
        }
        if (!(entity.attribute(assign.attribute()) instanceof ToOneAttribute reference)) {
            Attributes.set(entity, row, assign.attribute(), assign.value());
            return;
        }
        Object parent = parent((Key) assign.value(), assign.way());
        boolean impossible = (parent == null && !reference.nullable())
                || collections.isHeld(entity, row, reference)
                || isAncestor(entity, row, reference, parent);
        if (!impossible) {
            collections.leave(entity, row, reference);
            Attributes.set(entity, row, reference.name(), parent);
            enter(entity, row, reference, assign.way());
        }
    }

    /** Whether the row is, or is above, what is to become its parent. */
    private boolean isAncestor(EntityModel entity, Object row, ToOneAttribute reference, @Nullable Object parent) {
        if (!reference.target().equals(entity.name())) {
            return false;
        }
        for (Object above = parent; above != null; above = Attributes.get(entity, above, reference.name())) {
            if (Hibernate.unproxy(above) == Hibernate.unproxy(row)) {
                return true;
            }
        }
        return false;
    }

    private void orphan(Change.Orphan orphan) {
        EntityModel entity = model.entity(orphan.row().entity());
        Object row = find(orphan.row());
        ToOneAttribute reference = (ToOneAttribute) entity.attribute(orphan.reference());
        if (row == null || collections.mappedBy(entity, reference).noneMatch(ToManyAttribute::orphanRemoval)) {
            return;
        }
        load(entity, row, reference);
        collections.leave(entity, row, reference);
    }

    /** Puts a row into its parent's collection, which is loaded if that is the way; whether a cascade will persist it. */
    private boolean enter(EntityModel entity, Object row, ToOneAttribute reference, Way way) {
        if (way == Way.COLLECTED) {
            load(entity, row, reference);
        }
        collections.enter(entity, row, reference);
        Object parent = Attributes.get(entity, row, reference.name());
        return way == Way.COLLECTED
                && collections
                        .mappedBy(entity, reference)
                        .filter(ToManyAttribute::persistCascades)
                        .map(collection -> collections.elements(model.entity(reference.target()), parent, collection))
                        .filter(Objects::nonNull)
                        .anyMatch(elements -> elements.contains(row));
    }

    private void load(EntityModel entity, Object row, ToOneAttribute reference) {
        Object parent = Attributes.get(entity, row, reference.name());
        if (parent != null && find(reference, parent)) {
            collections.mappedBy(entity, reference).forEach(collection -> {
                Object elements = Attributes.get(model.entity(reference.target()), parent, collection.name());
                Hibernate.initialize(elements);
                if (elements instanceof Collection<?> loaded) {
                    loaded.size();
                }
            });
        }
    }

    private static boolean find(ToOneAttribute reference, Object parent) {
        Hibernate.initialize(parent);
        return Hibernate.isInitialized(parent);
    }

    private @Nullable Object find(Key key) {
        EntityModel entity = model.entity(key.entity());
        Object id = identities.of(key);
        return id == null ? null : session.find(entity.javaType(), id);
    }

    private @Nullable Object parent(@Nullable Key key, Way way) {
        if (key == null || way != Way.UNREAD) {
            return key == null ? null : find(key);
        }
        EntityModel entity = model.entity(key.entity());
        Object id = identities.of(key);
        if (id == null) {
            return null;
        }
        EventSource source = session.unwrap(EventSource.class);
        var persister = source.getEntityPersister(entity.entityName(), null);
        boolean managed =
                source.getPersistenceContextInternal().getEntity(source.generateEntityKey(id, persister)) != null;
        return managed || !identities.isStored(key) ? find(key) : session.getReference(entity.javaType(), id);
    }
}
