package dev.quipu.db.migrate;

import dev.quipu.db.schema.SchemaDrift;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.SessionFactory;
import org.jboss.logging.Logger;

/**
 * In dev mode, says at each start and each live reload when the entities and the database differ, in the log and on the page
 * {@code /}; or lets the database follow, if {@code quipu.db.auto-migrate} is set.
 */
@Singleton
class DevelopmentSchema {

    private static final Logger LOG = Logger.getLogger(DevelopmentSchema.class);

    /** Before anybody reads a table. */
    private static final int FIRST = 100;

    private final SchemaDrift drift;
    private final SessionFactory entities;
    private final DataSource dataSource;
    private final boolean wanted;
    private final boolean follows;

    DevelopmentSchema(
            SchemaDrift drift,
            SessionFactory entities,
            DataSource dataSource,
            @ConfigProperty(name = "quipu.db.migrate-at-start") boolean migrates,
            AutoMigrationSettings settings) {
        this.drift = drift;
        this.entities = entities;
        this.dataSource = dataSource;
        this.wanted = migrates && LaunchMode.current() == LaunchMode.DEVELOPMENT;
        this.follows = settings.autoMigrate();
    }

    void compare(@Observes @Priority(FIRST) StartupEvent started) throws SQLException {
        refuseElsewhere(follows, LaunchMode.current());
        if (!wanted) {
            return;
        }
        if (follows) {
            follow();
        }
        List<String> sentences = drift.sentences();
        if (!sentences.isEmpty()) {
            LOG.warn(DriftNotice.text(sentences));
        }
    }

    /** @throws IllegalStateException if the database would change without a version, and it is not a developer's */
    static void refuseElsewhere(boolean follows, LaunchMode mode) {
        if (follows && mode != LaunchMode.DEVELOPMENT) {
            throw new IllegalStateException(
                    "DB-211 quipu.db.auto-migrate=true changes the schema without a version, and works in dev"
                            + " mode only; this is " + mode.name().toLowerCase(java.util.Locale.ROOT)
                            + ". Unset QUIPU_DB_AUTO_MIGRATE, and write a version: db migrate -m \"..\".");
        }
    }

    private void follow() throws SQLException {
        try {
            List<String> followed = new AutoMigration(dataSource).follow(entities);
            if (!followed.isEmpty()) {
                LOG.info("The database follows the entities, without a version (quipu.db.auto-migrate):\n  "
                        + String.join("\n  ", followed));
            }
        } catch (MigrationException undecided) {
            LOG.warn("The database cannot follow the entities by itself:\n" + undecided.getMessage());
        }
    }

    void open(@Observes Router router) {
        if (wanted) {
            router.get("/").blockingHandler(this::show);
        }
    }

    private void show(RoutingContext context) {
        try {
            context.response()
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .end(DriftNotice.page(drift.sentences()));
        } catch (SQLException e) {
            context.fail(e);
        }
    }
}
