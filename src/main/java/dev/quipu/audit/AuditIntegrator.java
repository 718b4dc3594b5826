package dev.quipu.audit;

import dev.quipu.change.RuledFlush;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.rule.engine.RulesIntegrator;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** Hooks stamps and audit into Hibernate when it starts, after the rules; where an entity uses neither, nothing. */
public final class AuditIntegrator implements Integrator {

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessionFactory) {
        sessionFactory.addObserver(new SessionFactoryObserver() {
            @Override
            public void sessionFactoryCreated(SessionFactory created) {
                join(sessionFactory, RulesIntegrator.model(sessionFactory));
            }
        });
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry registry) {}

    private static void join(SessionFactoryImplementor sessionFactory, Model model) {
        Map<String, StampedEntity> stamped = new HashMap<>();
        Map<String, AuditedEntity> audited = new HashMap<>();
        Set<String> tables = new HashSet<>();
        AuditProblems problems = new AuditProblems();
        for (EntityModel entity : model.entities()) {
            boolean hasStamps = entity.attributes().values().stream().anyMatch(AttributeModel::stamped);
            boolean isAudited = entity.javaType().isAnnotationPresent(Audited.class);
            if (hasStamps || isAudited) {
                EntityPersister persister = persister(sessionFactory, entity);
                problems.judge(entity, persister);
                tables.add(persister.getIdentifierTableName());
                if (hasStamps) {
                    stamped.put(entity.entityName(), StampedEntity.of(entity, persister));
                }
                if (isAudited) {
                    audited.put(entity.entityName(), AuditedEntity.of(entity));
                }
            }
        }
        List<EntityModel> records = model.entities().stream()
                .filter(entity -> AuditRecord.class.isAssignableFrom(entity.javaType()))
                .toList();
        if (!audited.isEmpty()) {
            problems.judgeRecords(
                    records, audited.values().iterator().next().model().name(), model);
        }
        problems.throwIfAny();
        if (!tables.isEmpty()) {
            Moments moments = new Moments(InstantSource.system());
            Trail trail = audited.isEmpty()
                    ? null
                    : new Trail(audited, new EntryTable(persister(sessionFactory, records.get(0))), moments);
            RuledFlush.join(sessionFactory, new AuditStep(new Stamps(stamped, moments), trail, Set.copyOf(tables)));
        }
    }

    private static EntityPersister persister(SessionFactoryImplementor sessionFactory, EntityModel entity) {
        return sessionFactory.getMappingMetamodel().getEntityDescriptor(entity.entityName());
    }
}
