package dev.quipu.rule.engine.interleaving;

import java.util.function.Consumer;

/**
 * What a session does at its turn.
 *
 * @param name for people
 */
record Step(String name, Consumer<Client> action) {}
