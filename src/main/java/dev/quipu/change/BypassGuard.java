package dev.quipu.change;

import dev.quipu.rule.Rules;
import dev.quipu.rule.RulesBypassedException;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/**
 * Refuses statements that would change ruled, stamped or audited rows outside a flush: bulk HQL and criteria, native DML, truncate, stateless sessions.
 * A thread that writes is either in a flush, or in {@link Rules#bypassing}, or wrong.
 */
@PersistenceUnitExtension
public final class BypassGuard implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private static final String COMMENTS = "(?:\\s++|/\\*.*?\\*/|--[^\\n]*+)";
    private static final String TABLE = "(?:only" + COMMENTS + "+)?[\\w.\"]+";

    private static final Pattern WRITE = Pattern.compile(
            ("^_*+(?:with\\b.*?\\b)?(?:(?:insert_+into|update|delete_+from|merge_+into)_++(" + TABLE + ")"
                            + "|truncate_++(?:table_++)?(" + TABLE + "(?:_*+\\*?_*+,_*+" + TABLE + ")*))")
                    .replace("_", COMMENTS),
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What Hibernate writes for {@code LockModeType.PESSIMISTIC_FORCE_INCREMENT} and {@code OPTIMISTIC_FORCE_INCREMENT}. */
    private static final Pattern VERSION_INCREMENT = Pattern.compile(
            "^_*+update ([\\w.\"]+) set (\\w+)=\\? where \\w+=\\? and \\2=\\?$".replace("_", COMMENTS), Pattern.DOTALL);

    private static final Pattern NOT_THE_TABLE = Pattern.compile(
            "^" + COMMENTS + "*+only" + COMMENTS + "|" + COMMENTS + "|[\"*]",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int MOST_REMEMBERED = 10_000;
    private static final ThreadLocal<Integer> FLUSHES = ThreadLocal.withInitial(() -> 0);

    private final transient Map<String, List<String>> tablesBySql = new ConcurrentHashMap<>();
    private transient volatile @Nullable FlushRules rules;
    private transient volatile List<FlushStep> steps = List.of();

    void guard(FlushRules rules, List<FlushStep> steps) {
        this.steps = steps;
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
        List<String> tables = tablesBySql.get(sql);
        if (tables == null) {
            tables = writtenTables(sql);
            if (tablesBySql.size() < MOST_REMEMBERED) {
                tablesBySql.put(sql, tables);
            }
        }
        for (String table : tables) {
            String refusal = refusal(present, table);
            if (refusal != null && !advancesVersion(present, table, sql)) {
                throw new RulesBypassedException(refusal);
            }
        }
    }

    private @Nullable String refusal(FlushRules present, String table) {
        if (present.ruled(table)) {
            return "RULE-201 A statement writes to \"" + table
                    + "\" outside a flush, where no rule would see it. Load the entities and change them, or wrap the statement in"
                    + " Rules.bypassing(..) and run `rules repair` afterwards.";
        }
        return steps.stream()
                .map(step -> step.refusal(table))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean advancesVersion(FlushRules present, String table, String sql) {
        Matcher increment = VERSION_INCREMENT.matcher(sql);
        return increment.find() && present.isVersion(table, increment.group(2));
    }

    private static List<String> writtenTables(String sql) {
        Matcher write = WRITE.matcher(sql);
        if (!write.find()) {
            return List.of();
        }
        return Stream.of(write.group(1) == null ? write.group(2).split(",") : new String[] {write.group(1)})
                .map(BypassGuard::table)
                .toList();
    }

    private static String table(String written) {
        return NOT_THE_TABLE.matcher(written).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
