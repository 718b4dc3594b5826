package dev.quipu.change;

import dev.quipu.rule.RulesBypassedException;
import jakarta.persistence.PreUpdate;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.spi.EventSource;
import org.hibernate.jpa.event.spi.CallbackRegistry;
import org.hibernate.jpa.event.spi.CallbackType;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link PreUpdate} callback assigns. Hibernate calls it when the rules have run, so it must leave alone what they read and
 * derive; a time of the last change is its own affair.
 */
final class LateAssignments {

    private final EventSource session;
    private final FlushRules rules;
    private final Map<EntityEntry, Object> called = new HashMap<>();
    private final Map<EntityEntry, @Nullable Object[]> settled = new HashMap<>();

    private LateAssignments(EventSource session, FlushRules rules) {
        this.session = session;
        this.rules = rules;
    }

    /** Takes note of what the rules have settled in entities with such a callback. */
    static LateAssignments after(EventSource session, FlushRules rules) {
        LateAssignments assignments = new LateAssignments(session, rules);
        CallbackRegistry callbacks = session.getFactory().getEventEngine().getCallbackRegistry();
        for (var managed : session.getPersistenceContextInternal().reentrantSafeEntityEntries()) {
            EntityEntry entry = managed.getValue();
            if (entry.getStatus() == Status.MANAGED
                    && callbacks.hasRegisteredCallbacks(
                            entry.getPersister().getMappedClass(), CallbackType.PRE_UPDATE)) {
                assignments.called.put(entry, managed.getKey());
                assignments.settled.put(entry, entry.getPersister().getValues(managed.getKey()));
            }
        }
        return assignments;
    }

    /**
     * @throws RulesBypassedException if a callback has assigned what rules read or derive
     */
    void refuse() {
        settled.forEach((entry, before) -> {
            EntityPersister persister = entry.getPersister();
            rules.ruledPositions(entry.getEntityName()).stream()
                    .filter(position -> position < before.length)
                    .filter(position -> persister.getPropertyTypes()[position].isDirty(
                            before[position], persister.getValue(called.get(entry), position), session))
                    .findFirst()
                    .ifPresent(position -> {
                        throw new RulesBypassedException(
                                "RULE-203 A @PreUpdate callback of " + persister.getImportedName()
                                        + " " + entry.getId() + " assigned \""
                                        + persister.getPropertyNames()[position]
                                        + "\" when the rules had already run, which read or derive it."
                                        + " Assign it before the flush, or make it @Computed.");
                    });
        });
    }
}
