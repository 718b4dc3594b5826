package dev.quipu.graphql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What the API answers at all. */
@ConfigMapping(prefix = "quipu.api")
public interface ApiSettings {

    /** Whether clients may ask for the schema, by introspection or as a file. */
    @WithDefault("false")
    boolean introspection();

    /** A folder of {@code .graphql} files; if it is set, other operations are refused. */
    Optional<Path> trustedDocuments();

    /** Origins whose pages may open WebSockets, as {@code https://shop.example.org}, beside the server's own. */
    Optional<Set<String>> websocketOrigins();
}
