package dev.quipu.graphql.limit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A server as in production that has little time, few connections and short lists: one for all limits, since each profile costs a start. */
public final class LittleRoom implements QuarkusTestProfile {

    static final int CONNECTIONS = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quipu.api.introspection", "false",
                "quipu.api.page-size-default", "1",
                "quipu.api.page-size-max", "1",
                "quipu.limit.lock", "2500ms", // longer than a query may take, or a query that waits would end by it
                "quipu.limit.statement", "2s",
                "quipu.limit.requests", "2",
                "quarkus.datasource.jdbc.max-size", String.valueOf(CONNECTIONS),
                "quarkus.datasource.jdbc.acquisition-timeout", "500ms");
    }
}
