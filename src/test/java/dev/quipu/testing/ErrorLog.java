package dev.quipu.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/**
 * What anybody writes into the log while this is open, with the stack traces.
 *
 * <pre>{@code
 * try (ErrorLog log = ErrorLog.open()) {
 *     ...
 *     assertThat(log.text()).doesNotContain("secret");
 * }
 * }</pre>
 */
public final class ErrorLog extends Handler implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final StringWriter text = new StringWriter();

    private ErrorLog() {}

    public static ErrorLog open() {
        ErrorLog log = new ErrorLog();
        log.setLevel(Level.ALL);
        log.root.addHandler(log);
        return log;
    }

    public String text() {
        return text.toString();
    }

    @Override
    public synchronized void publish(LogRecord record) {
        PrintWriter writer = new PrintWriter(text);
        writer.println(record instanceof ExtLogRecord known ? known.getFormattedMessage() : record.getMessage());
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(writer);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
