package dev.quipu.rule.engine;

import dev.quipu.model.Model;
import org.hibernate.SessionFactory;

/** The models of session factories that tests make. */
public final class Models {

    private Models() {}

    public static Model of(SessionFactory sessionFactory) {
        return RulesIntegrator.model(sessionFactory);
    }
}
