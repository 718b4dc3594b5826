package dev.quipu.graphql;

import jakarta.annotation.security.PermitAll;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/**
 * Tells which release answers, so that a client's bug report can name it. It is written as code because SmallRye opens no endpoint
 * without such an operation; every other field follows from the entities.
 */
@GraphQLApi
public class ApiVersion {

    private final String version;

    ApiVersion(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    @Query
    @NonNull
    @PermitAll
    @Description("The release of the server that answers.")
    public String apiVersion() {
        return version;
    }
}
