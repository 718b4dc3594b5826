package dev.quipu.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The SQL that Hibernate prepares, whoever asked for it; a batch counts once. */
public final class Statements {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");

    private Statements() {}

    /** What is sent while the action runs. */
    public static List<String> during(Runnable action) {
        List<String> statements = new CopyOnWriteArrayList<>();
        Handler collector = new Handler() {
            @Override
            public void publish(LogRecord record) {
                statements.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Level level = SQL.getLevel();
        boolean parents = SQL.getUseParentHandlers();
        collector.setLevel(Level.ALL);
        SQL.addHandler(collector);
        SQL.setUseParentHandlers(false);
        SQL.setLevel(Level.FINE);
        try {
            action.run();
        } finally {
            SQL.setLevel(level);
            SQL.setUseParentHandlers(parents);
            SQL.removeHandler(collector);
        }
        return List.copyOf(statements);
    }
}
