package dev.quipu.mutation;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Bounds the waiting for locks on every connection of the pool, once when it is opened, so that no operation pays for it. */
@Singleton
final class LockTimeout implements AgroalPoolInterceptor {

    private final long millis;

    LockTimeout(LockSettings settings) {
        this.millis = settings.lock().toMillis();
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = " + millis);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not take a lock_timeout of " + millis + " ms", e);
        }
    }
}
