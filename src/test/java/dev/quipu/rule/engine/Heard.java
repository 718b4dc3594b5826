package dev.quipu.rule.engine;

import dev.quipu.model.EntityModel;
import dev.quipu.rule.RowChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Hears of changed rows, and does what a test wants of an observer. */
final class Heard implements RowListener {

    final List<RowChanged<?>> during = new ArrayList<>();
    final List<RowChanged<?>> committed = new ArrayList<>();
    final List<RowChanged<?>> rolledBack = new ArrayList<>();
    Consumer<RowChanged<?>> observer = change -> {};

    private final Set<Class<?>> entities;

    Heard(Class<?>... entities) {
        this.entities = Set.of(entities);
    }

    @Override
    public boolean listensDuring(EntityModel entity) {
        return entities.contains(entity.javaType());
    }

    @Override
    public boolean listensAfter(EntityModel entity) {
        return entities.contains(entity.javaType());
    }

    @Override
    public void changed(RowChanged<?> change) {
        during.add(change);
        observer.accept(change);
    }

    @Override
    public void ended(boolean successful, Collection<RowChanged<?>> changes) {
        (successful ? committed : rolledBack).addAll(changes);
    }

    void forget() {
        during.clear();
        committed.clear();
        rolledBack.clear();
    }
}
