package dev.quipu.db.version;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Brings the schema up to date before anybody reads from it, and before the application listens. */
@Singleton
final class MigrationAtStart {

    private static final Logger LOG = Logger.getLogger(MigrationAtStart.class);
    private static final int BEFORE_ALL_OTHERS = 0;

    private final SchemaVersions versions;
    private final MigrationSettings settings;

    MigrationAtStart(SchemaVersions versions, MigrationSettings settings) {
        this.versions = versions;
        this.settings = settings;
    }

    void migrate(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent started) {
        if (settings.migrateAtStart()) {
            for (Changeset step : versions.upgrade(new Destination.Last()).steps()) {
                LOG.infof("Schema: %s applied", step.id());
            }
        }
    }
}
