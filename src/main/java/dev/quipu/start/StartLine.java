package dev.quipu.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** When everything runs, tells in one line of the log where it is, and waits for the end. */
final class StartLine implements QuarkusApplication {

    /** Names dev mode's data folder, if dev mode runs on its own database. */
    static final String DATA_FOLDER = "quipu.local.data-folder";

    private static final Logger LOG = Logger.getLogger("dev.quipu");

    private final HttpServer http;
    private final String graphqlPath;
    private final DatabaseAddress database;
    private final Optional<String> dataFolder;

    StartLine(
            HttpServer http,
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String graphqlPath,
            @ConfigProperty(name = DatabaseSettings.URL) String url,
            @ConfigProperty(name = DatabaseSettings.USERNAME) Optional<String> username,
            @ConfigProperty(name = DATA_FOLDER) Optional<String> dataFolder) {
        this.http = http;
        this.graphqlPath = graphqlPath;
        this.database = new DatabaseAddress(url, username.orElse(null), null);
        this.dataFolder = dataFolder;
    }

    @Override
    public int run(String... args) {
        // A live reload keeps the HTTP server of the first start and knows nothing of it: all is where it was.
        boolean listensSinceThisStart = http.getPort() != -1;
        if (listensSinceThisStart) {
            LOG.info(line(http.getLocalBaseUri()));
        }
        Quarkus.waitForExit();
        return 0;
    }

    private String line(URI base) {
        StringBuilder line = new StringBuilder("GraphQL at ").append(base.resolve(graphqlPath));
        if (LaunchMode.current().isDevOrTest()) {
            line.append(", GraphiQL at ").append(base.resolve("q/graphql-ui"));
        }
        line.append(", database ").append(database.publicUrl());
        if (database.username() != null) {
            line.append(" as ").append(database.username());
        }
        dataFolder.ifPresent(folder -> line.append(", its data in ").append(folder));
        return line.toString();
    }
}
