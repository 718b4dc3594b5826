package dev.quipu.db.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class SchemaReadinessTest {

    @TempDir
    Path folder;

    private VersionedDatabase database;
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void twoVersions() throws Exception {
        database = VersionedDatabase.create(folder)
                .with("0001-cords", "create table cords (id bigint primary key);\n--rollback drop table cords;")
                .with("0002-knots", "create table knots (id bigint primary key);\n--rollback drop table knots;");
    }

    private SchemaReadiness application(boolean serveAhead) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        dataSource.setUser("postgres");
        InstantSource clock = () -> now;
        return new SchemaReadiness(database.changelog(), dataSource, serveAhead, clock);
    }

    private String ask(SchemaReadiness application) {
        now = now.plusSeconds(5);
        return askAtOnce(application);
    }

    private static String askAtOnce(SchemaReadiness application) {
        HealthCheckResponse response = application.call();
        return response.getStatus() + response.getData().map(Object::toString).orElse("");
    }

    @Test
    void waitsForWhatIsPending() {
        SchemaReadiness application = application(false);
        assertThat(ask(application)).isEqualTo("DOWN{pending=0001-cords, 0002-knots}");
        database.versions().upgrade(new Destination.Steps(1));
        assertThat(ask(application)).isEqualTo("DOWN{pending=0002-knots}");
        database.versions().upgrade(new Destination.Last());
        assertThat(ask(application)).isEqualTo("UP");
        database.versions().downgrade(new Destination.Steps(1));
        assertThat(ask(application)).isEqualTo("DOWN{pending=0002-knots}");
    }

    @Test
    void asksTheDatabaseOnceInFiveSeconds() {
        SchemaReadiness application = application(false);
        assertThat(ask(application)).startsWith("DOWN");
        database.versions().upgrade(new Destination.Last());
        now = now.plusMillis(4999);
        assertThat(askAtOnce(application)).startsWith("DOWN");
        now = now.plusMillis(1);
        assertThat(askAtOnce(application)).isEqualTo("UP");
    }

    @Test
    void refusesChangesetsThatReadOtherwise() {
        database.versions().upgrade(new Destination.Last());
        database.with("0002-knots", "create table knots (id bigint primary key, length int);");
        assertThat(ask(application(false))).isEqualTo("DOWN{changed=0002-knots}");
    }

    /** A rolling deployment: the new version migrates while the old one serves. */
    @Test
    void goesOnServingWhenTheDatabaseMovesAhead() throws Exception {
        database.versions().upgrade(new Destination.Last());
        SchemaReadiness old = application(false);
        assertThat(ask(old)).isEqualTo("UP");

        database.with("0003-colour", "alter table cords add colour text;")
                .versions()
                .upgrade(new Destination.Last());
        assertThat(ask(old)).isEqualTo("UP{ahead=0003-colour}");

        database.without("0003-colour");
        assertThat(ask(application(false))).isEqualTo("DOWN{ahead=0003-colour}");
        assertThat(ask(application(true))).isEqualTo("UP{ahead=0003-colour}");
    }

    @Test
    void tellsNothingOfADatabaseThatIsGone() throws Exception {
        database.versions().upgrade(new Destination.Last());
        SchemaReadiness application = application(false);
        assertThat(ask(application)).isEqualTo("UP");
        String name = database.url().replaceFirst(".*/", "");
        try (var connection = new VersionedDatabase(dev.quipu.start.SharedPostgresql.url(), folder).connect();
                var statement = connection.createStatement()) {
            statement.execute("drop database " + name);
        }
        assertThat(ask(application)).isEqualTo("DOWN{unknown=the database does not answer}");
    }
}
