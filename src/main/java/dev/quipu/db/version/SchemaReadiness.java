package dev.quipu.db.version;

import io.quarkus.liquibase.LiquibaseFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * The part "schema" of {@code /q/health/ready}. The changelog is read once, and Liquibase's table every few seconds at most; the
 * answer names changesets and nothing else.
 */
@Readiness
@ApplicationScoped
class SchemaReadiness implements HealthCheck {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Changelog changelog;
    private final DataSource database;
    private final boolean serveAhead;
    private final InstantSource clock;

    private @Nullable Known known;
    private @Nullable Verdict last;
    private Instant asked = Instant.MIN;
    private boolean serves;

    private record Known(List<ChangeSet> changesets, String table) {}

    @Inject
    SchemaReadiness(LiquibaseFactory factory, DataSource database, MigrationSettings settings) {
        this(Changelog.of(factory), database, settings.serveAhead(), InstantSource.system());
    }

    SchemaReadiness(Changelog changelog, DataSource database, boolean serveAhead, InstantSource clock) {
        this.changelog = changelog;
        this.database = database;
        this.serveAhead = serveAhead;
        this.clock = clock;
    }

    @Override
    public synchronized HealthCheckResponse call() {
        if (last == null || !clock.instant().isBefore(asked.plus(FRESH))) {
            last = ask();
            asked = clock.instant();
        }
        var response = HealthCheckResponse.named("schema").status(last.ready());
        last.reasons().forEach(response::withData);
        return response.build();
    }

    private Verdict ask() {
        try {
            Known known = this.known == null ? read() : this.known;
            this.known = known;
            try (Connection connection = database.getConnection()) {
                List<AppliedChangeset> applied = AppliedChangeset.read(connection, known.table());
                Verdict found = Verdict.of(SchemaState.of(known.changesets(), applied), serves || serveAhead);
                serves |= found.ready();
                return found;
            }
        } catch (SQLException | LiquibaseException | IllegalStateException e) {
            return new Verdict(false, Map.of("unknown", "the database does not answer"));
        }
    }

    private Known read() throws LiquibaseException {
        try (ChangelogSession session = changelog.open()) {
            return new Known(session.changesets(), session.table());
        }
    }
}
