package dev.quipu.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** One line of the log that says where everything is. */
final class StartLine {

    /** Names dev mode's data folder, if dev mode runs on its own database. */
    static final String DATA_FOLDER = "quipu.local.data-folder";

    private static final Logger LOG = Logger.getLogger("dev.quipu");

    void log(
            @ObservesAsync HttpServerStart started,
            HttpServer http,
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String graphqlPath,
            @ConfigProperty(name = DatabaseSettings.URL) String url,
            @ConfigProperty(name = DatabaseSettings.USERNAME) Optional<String> username,
            @ConfigProperty(name = DATA_FOLDER) Optional<String> dataFolder) {
        URI base = http.getLocalBaseUri();
        DatabaseAddress database = new DatabaseAddress(url, username.orElse(null), null);
        StringBuilder line = new StringBuilder("GraphQL at ").append(base.resolve(graphqlPath));
        if (LaunchMode.current().isDevOrTest()) {
            line.append(", GraphiQL at ").append(base.resolve("q/graphql-ui"));
        }
        line.append(", database ").append(database.publicUrl());
        username.ifPresent(name -> line.append(" as ").append(name));
        dataFolder.ifPresent(folder -> line.append(", its data in ").append(folder));
        LOG.info(line);
    }
}
