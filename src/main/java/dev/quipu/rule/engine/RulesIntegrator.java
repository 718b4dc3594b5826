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

    private record Started(Model model, RulePlan plan, RuleEngine engine) {}

    private static final Map<SessionFactory, Started> STARTED = new ConcurrentHashMap<>();

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessionFactory) {
        // a row is written only where it was changed: the rest may have been changed by others since it was read
        metadata.getEntityBindings().forEach(entity -> entity.setDynamicUpdate(true));
        sessionFactory.addObserver(new SessionFactoryObserver() {
            @Override
            public void sessionFactoryCreated(SessionFactory created) {
                Model model = Model.read(metadata, sessionFactory);
                RulePlan plan = RulePlanner.plan(model, metadata, sessionFactory);
                RuleEngine engine = new RuleEngine(plan);
                STARTED.put(created, new Started(model, plan, engine));
                RuledFlush.install(sessionFactory, engine);
            }
        });
    }

    @Override
    public void disintegrate(SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry registry) {
        STARTED.remove(sessionFactory);
    }

    /** The model that was read when that session factory was made. */
    public static Model model(SessionFactory sessionFactory) {
        return started(sessionFactory).model();
    }

    /** The plan that was made then. */
    static RulePlan plan(SessionFactory sessionFactory) {
        return started(sessionFactory).plan();
    }

    /** Tells a listener of the rows that sessions of that session factory change. */
    static void listen(SessionFactory sessionFactory, RowListener listener) {
        started(sessionFactory).engine().listen(listener);
    }

    private static Started started(SessionFactory sessionFactory) {
        return Objects.requireNonNull(STARTED.get(sessionFactory.unwrap(SessionFactoryImplementor.class)));
    }
}
