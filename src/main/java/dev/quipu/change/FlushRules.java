package dev.quipu.change;

import dev.quipu.rule.RuleStep;
import java.util.BitSet;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.event.spi.EventSource;

/** What happens between an application's changes and the SQL that Hibernate writes for them. */
public interface FlushRules {

    /** Settles the pending changes of a session; called once for each flush that will be executed, when cascades have run. */
    void settle(EventSource session);

    /** Called when a flush has written; whoever listens to changed rows is told now, and may change more. */
    void written(EventSource session);

    /** Judges, at the end of a transaction or on request, all rows that it has touched so far. */
    void judge(EventSource session);

    /**
     * Tells a listener each step that the rules take in a session from its next flush on.
     *
     * @return what ends it
     */
    Runnable explain(EventSource session, Consumer<RuleStep> listener);

    /** Takes note of the rows that the rules change in a session from its next flush on. */
    RowTrace trace(EventSource session);

    /** Whether rules of the entity read rows that its rows refer to. */
    boolean readsParents(String entityName);

    /** Locks what rules read above those rows, which themselves are to be locked next. */
    void lockParents(EventSource session, String entityName, Collection<?> ids);

    /** Where the entity stands among those whose rows are locked, the first one first. */
    int lockPosition(String entityName);

    /** Those tables, and the tables whose changes reach them through rules. */
    Set<String> feeding(Set<String> tables);

    /** Whether rules depend on the rows of that table. */
    boolean ruled(String table);

    /** Whether a table's column is the version of the optimistic lock. */
    boolean isVersion(String table, String column);

    /** Where an entity's state holds what rules read or derive. */
    BitSet ruledPositions(String entityName);

    /** Where an entity's state holds what rules derive. */
    BitSet derivedPositions(String entityName);
}
