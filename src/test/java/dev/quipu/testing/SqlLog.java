package dev.quipu.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hibernate.engine.jdbc.internal.FormatStyle;

/**
 * The statements that Hibernate sends while the log is open.
 *
 * <pre>{@code
 * try (SqlLog sql = SqlLog.open()) {
 *     ...
 *     assertThat(sql.statements()).hasSize(1);
 * }
 * }</pre>
 */
public final class SqlLog extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("org.hibernate.SQL");
    private final Level levelBefore = logger.getLevel();
    private final boolean parentsBefore = logger.getUseParentHandlers();
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

    private SqlLog() {}

    public static SqlLog open() {
        SqlLog log = new SqlLog();
        log.setLevel(Level.ALL);
        log.logger.setLevel(Level.FINE);
        log.logger.setUseParentHandlers(false);
        log.logger.addHandler(log);
        return log;
    }

    /** The statements so far, formatted. */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    @Override
    public void publish(LogRecord record) {
        statements.add(
                FormatStyle.BASIC.getFormatter().format(record.getMessage()).strip());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(parentsBefore);
        logger.setLevel(levelBefore);
    }
}
