package dev.quipu.rule.engine;

import dev.quipu.change.RuledFlush;
import dev.quipu.model.Model;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/** Hooks the rules into Hibernate when it starts; a wrong rule stops the start. */
public final class RulesIntegrator implements Integrator {

    private static final Map<SessionFactory, Model> MODELS = new ConcurrentHashMap<>();

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessionFactory) {
        // a row is written only where it was changed: the rest may have been changed by others since it was read
        metadata.getEntityBindings().forEach(entity -> entity.setDynamicUpdate(true));
        sessionFactory.addObserver(new SessionFactoryObserver() {
            @Override
            public void sessionFactoryCreated(SessionFactory created) {
                Model model = Model.read(metadata, sessionFactory);
                MODELS.put(created, model);
                RuledFlush.install(sessionFactory, new RuleEngine(RulePlanner.plan(model, sessionFactory)));
            }
        });
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry registry) {
        MODELS.remove(sessionFactory);
    }

    /** The model that was read when that session factory was made. */
    static Model model(SessionFactory sessionFactory) {
        return Objects.requireNonNull(MODELS.get(sessionFactory.unwrap(SessionFactoryImplementor.class)));
    }
}
