package dev.quipu.rule.engine;

import dev.quipu.model.BasicAttribute;
import dev.quipu.rule.Rules;
import dev.quipu.rule.engine.RowStatements.Lock;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which derived attributes are written outside a flush, for those who mend what was changed behind the rules.
 * It writes what it is told and carries nothing on; versions do not advance, and entities of the session do not follow.
 *
 * <pre>{@code
 * DerivedStore store = new DerivedStore(session);
 * store.lock(order, ids);
 * store.write(order, amountTotal, Map.of(7L, new BigDecimal("40.00")));
 * }</pre>
 */
public final class DerivedStore {

    private final RowAccess access;

    public DerivedStore(Session session) {
        access = new RowAccess(session.unwrap(EventSource.class));
    }

    /** Keeps others from changing those rows until the transaction ends; the lock is the one a flush takes, in the same order. */
    public void lock(RuledEntity entity, Collection<?> ids) {
        access.read(entity, ids, Lock.UPDATE, (state, version) -> {});
    }

    /** Sets an attribute of several rows, by their ids, to values that are rounded as its column is. */
    public void write(RuledEntity entity, BasicAttribute attribute, Map<?, ? extends @Nullable Object> values) {
        BitSet positions = new BitSet();
        positions.set(attribute.position());
        RowStatements statements = entity.statements();
        List<@Nullable String[]> arrays = List.of(
                RowAccess.texts(statements.id(), values.keySet()),
                RowAccess.texts(
                        statements.column(attribute.position()),
                        values.values().stream()
                                .map(value -> Values.fit(attribute, value))
                                .toList()));
        Rules.bypassing(() -> access.store(entity, positions, arrays));
    }
}
