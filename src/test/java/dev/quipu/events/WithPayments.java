package dev.quipu.events;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The application with the entities of this package beside its own, in tables that Hibernate makes. */
public final class WithPayments implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.hibernate-orm.packages", "dev.quipu.domain,dev.quipu.events",
                "quarkus.hibernate-orm.schema-management.strategy", "drop-and-create",
                "quipu.db.migrate-at-start", "false");
    }
}
