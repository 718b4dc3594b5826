package dev.quipu.testing;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.engine.jdbc.spi.SQLExceptionLogging;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** For tests in which many statements are meant to fail: they are counted by the test and not told by Hibernate. */
public final class QuietSql implements BeforeAllCallback, AfterAllCallback {

    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger(SQLExceptionLogging.ERROR_NAME), Logger.getLogger(SQLExceptionLogging.WARN_NAME));

    @Override
    public void beforeAll(ExtensionContext context) {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        LOGGERS.forEach(logger -> logger.setLevel(null));
    }
}
