package dev.quipu.security;

import dev.quipu.model.Model;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the application its policy. */
@Singleton
class PolicyProducer {

    @Produces
    @Singleton
    Policy policy(Model model) {
        return Policy.read(model);
    }
}
