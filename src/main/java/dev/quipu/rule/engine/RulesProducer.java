package dev.quipu.rule.engine;

import dev.quipu.model.Model;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.hibernate.SessionFactory;

/** Offers the model to the rest of the application. */
@ApplicationScoped
class RulesProducer {

    @Produces
    @Singleton
    Model model(SessionFactory sessionFactory) {
        return RulesIntegrator.model(sessionFactory);
    }
}
