package dev.quipu.rule.engine.history;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.spi.EventSource;
import org.hibernate.query.QueryFlushMode;

/** Compares the derived attributes of a session's entities with what their rows hold. */
record InMemory(Model model, Session session) {

    List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (var managed : session.unwrap(EventSource.class)
                .getPersistenceContextInternal()
                .reentrantSafeEntityEntries()) {
            EntityEntry entry = managed.getValue();
            if (entry.getStatus() == Status.MANAGED && Hibernate.isInitialized(managed.getKey())) {
                EntityModel entity = model.entity(managed.getKey().getClass());
                entity.basics().filter(BasicAttribute::derived).forEach(attribute -> {
                    Object memory = Attributes.get(entity, managed.getKey(), attribute.name());
                    Object row = stored(entity, attribute, entry.getId());
                    if (!Oracle.same(memory, row)) {
                        differences.add(entity.name() + "." + attribute.name() + " of " + entry.getId() + " is "
                                + memory + ", its row has " + row);
                    }
                });
            }
        }
        return differences;
    }

    private Object stored(EntityModel entity, BasicAttribute attribute, Object id) {
        return session.createSelectionQuery(
                        "select e." + attribute.name() + " from " + entity.entityName() + " e where e.id = :id",
                        Object.class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter("id", id)
                .getSingleResultOrNull();
    }
}
