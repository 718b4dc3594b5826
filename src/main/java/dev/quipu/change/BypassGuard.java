package dev.quipu.change;

import dev.quipu.rule.Rules;
import dev.quipu.rule.RulesBypassedException;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/**
 * Refuses statements that would change ruled rows outside a flush: bulk HQL and criteria, native DML, stateless sessions. A thread
 * that writes is either in a flush, or in {@link Rules#bypassing}, or wrong.
 */
@PersistenceUnitExtension
public final class BypassGuard implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private static final Pattern WRITE = Pattern.compile(
            "^\\s*(?:with\\b.*?\\b)?(insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+(?:only\\s+)?([\\w.\"]+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int MOST_REMEMBERED = 10_000;
    private static final ThreadLocal<Integer> FLUSHES = ThreadLocal.withInitial(() -> 0);

    private final transient Map<String, String> tableBySql = new ConcurrentHashMap<>();
    private transient volatile @Nullable FlushRules rules;

    void guard(FlushRules rules) {
        this.rules = rules;
    }

    /** Lets a flush write. */
    static void inFlush(Runnable flush) {
        int outer = FLUSHES.get();
        FLUSHES.set(outer + 1);
        try {
            flush.run();
        } finally {
            FLUSHES.set(outer);
        }
    }

    @Override
    public String inspect(String sql) {
        FlushRules present = rules;
        if (present != null && FLUSHES.get() == 0 && !Rules.bypassed()) {
            refuseWriting(present, sql);
        }
        return sql;
    }

    private void refuseWriting(FlushRules present, String sql) {
        String table = tableBySql.get(sql);
        if (table == null) {
            table = writtenTable(sql);
            if (tableBySql.size() < MOST_REMEMBERED) {
                tableBySql.put(sql, table);
            }
        }
        if (!table.isEmpty() && present.ruled(table)) {
            throw new RulesBypassedException("RULE-201 A statement writes to \"" + table
                    + "\" outside a flush, where no rule would see it. Load the entities and change them, or wrap the statement in"
                    + " Rules.bypassing(..) and run `rules repair` afterwards.");
        }
    }

    private static String writtenTable(String sql) {
        Matcher write = WRITE.matcher(sql);
        return write.find() ? write.group(2).replace("\"", "").toLowerCase(Locale.ROOT) : "";
    }
}
