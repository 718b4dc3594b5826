package dev.quipu.start;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives every {@code @QuarkusTest} an empty PostgreSQL; found as a service, so that no test names it. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        server = ThrowAwayPostgresql.start();
        DatabaseAddress address = LocalPostgresql.address(server.getPort());
        return Map.of(DatabaseSettings.URL, address.url(), DatabaseSettings.USERNAME, "postgres");
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
