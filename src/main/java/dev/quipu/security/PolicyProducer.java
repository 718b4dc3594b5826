package dev.quipu.security;

import dev.quipu.model.Model;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.hibernate.SessionFactory;

/** Gives the application its policy. */
@Singleton
class PolicyProducer {

    @Produces
    @Singleton
    Policy policy(Model model, SessionFactory sessionFactory) {
        return Policy.read(model, sessionFactory);
    }
}
