package dev.quipu.rule.engine.history;

/**
 * A row of a history, whatever id the database gives it: {@code Leaf#7}.
 *
 * @param entity its JPA name
 * @param number unique within the history
 */
record Key(String entity, int number) {

    @Override
    public String toString() {
        return entity + "#" + number;
    }
}
