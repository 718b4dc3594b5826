package dev.quipu.db.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.Computed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes well in an empty schema, and has to go well with rows, too. */
class MigrationsRowsTest {

    @TempDir
    Path folder;

    @Test
    void rulesFillColumnsWhoseNamesPostgresqlQuotes() throws Exception {
        try (Evolution stops = new Evolution(folder)) {
            stops.start(Stop.class);
            stops.sql("insert into \"Stop\" (id, number) values (1, 4)");
            stops.change(Placed.class);
            assertThat(stops.query("select position, \"Twice\" from \"Stop\"")).containsExactly("5 8");
        }
    }

    @Test
    void anotherSequenceGoesOnBehindTheRows() throws Exception {
        try (Evolution stops = new Evolution(folder)) {
            stops.start(Sequenced.class);
            stops.sql("insert into stops (id) values (700)");
            assertThatThrownBy(() -> stops.change(Resequenced.class))
                    .hasMessageContaining("DB-205 No entity draws from the sequence stops_seq any more");
            stops.allowDrop().change(Resequenced.class);
            assertThat(stops.query("select nextval('halts_seq') > 700")).containsExactly("t");
        }
    }

    @Test
    void anIdentityGoesOnBehindTheRows() throws Exception {
        try (Evolution stops = new Evolution(folder)) {
            stops.start(Sequenced.class);
            stops.sql("insert into stops (id) values (700)");
            stops.allowDrop().change(Identified.class);
            stops.sql("insert into stops default values");
            assertThat(stops.query("select max(id) from stops")).containsExactly("701");
            stops.change(Resequenced.class);
            assertThat(stops.query("select nextval('halts_seq') > 701")).containsExactly("t");
        }
    }

    @Test
    void aTextThatDoesNotFitIsRefusedAndNotCut() throws Exception {
        try (Evolution stops = new Evolution(folder)) {
            stops.start(Narrow.class);
            stops.change(Wide.class);
            stops.sql("insert into stops (id, name) values (1, 'longer than ten')");
            assertThatThrownBy(() -> stops.downgrade(1)).hasMessageContaining("value too long");
            assertThat(stops.query("select name from stops")).containsExactly("longer than ten");
        }
    }

    @Test
    void rowsThatAreSoftlyDeletedDoNotStandInTheWay() throws Exception {
        try (Evolution stops = new Evolution(folder)) {
            stops.start(Deletable.class);
            stops.sql("insert into stops (id, number, deleted_at) values (1, 4, null), (2, 5, now())");
            stops.change(DeletableRuled.class);
            assertThat(stops.query("select id, twice from stops order by id")).containsExactly("1 8", "2 0");
        }
    }

    @NullUnmarked
    @Entity(name = "Stop")
    @Table(name = "\"Stop\"")
    static class Stop {

        @Id
        Long id;

        int number;
    }

    @NullUnmarked
    @Entity(name = "Stop")
    @Table(name = "\"Stop\"")
    static class Placed {

        @Id
        Long id;

        int number;

        @Computed("number + 1")
        int position;

        @Computed("number * 2")
        @Column(name = "\"Twice\"")
        Integer twice;
    }

    @NullUnmarked
    @Entity(name = "Stop")
    @Table(name = "stops")
    static class Sequenced {

        @Id
        @GeneratedValue
        Long id;
    }

    @NullUnmarked
    @Entity(name = "Stop")
    @Table(name = "stops")
    static class Resequenced {

        @Id
        @GeneratedValue(generator = "halts_seq")
        @SequenceGenerator(name = "halts_seq", allocationSize = 50)
        Long id;
    }

    @NullUnmarked
    @Entity(name = "Stop")
    @Table(name = "stops")
    static class Identified {

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;
    }

    @NullUnmarked
    @Entity(name = "Stop")
    @Table(name = "stops")
    static class Narrow {

        @Id
        Long id;

        @Column(length = 10)
        String name;
    }

    @NullUnmarked
    @Entity(name = "Stop")
    @Table(name = "stops")
    static class Wide {

        @Id
        Long id;

        @Column(length = 20)
        String name;
    }

    @NullUnmarked
    @Entity(name = "Stop")
    @Table(name = "stops")
    @SoftDeletable
    static class Deletable {

        @Id
        Long id;

        int number;

        Instant deletedAt;
    }

    @NullUnmarked
    @Entity(name = "Stop")
    @Table(name = "stops")
    @SoftDeletable
    static class DeletableRuled {

        @Id
        Long id;

        int number;

        Instant deletedAt;

        @Computed("number * 2")
        int twice;
    }
}
