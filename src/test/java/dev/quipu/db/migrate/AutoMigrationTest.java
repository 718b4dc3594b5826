package dev.quipu.db.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.db.migrate.AutoMigration.Outcome;
import io.quarkus.runtime.LaunchMode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A developer's database follows the entities, and meets the version that is written later. */
class AutoMigrationTest {

    @TempDir
    Path folder;

    @Test
    void theVersionThatSaysTheSameCountsAsRunAndRowsStay() throws Exception {
        try (Evolution users = new Evolution(folder)) {
            users.start(User.class);
            assertThat(users.follow(Named.class))
                    .containsExactly("column users.name varchar(255) is only in the entities");
            users.sql("insert into users (id, name) values (1, 'ada')");
            assertThat(users.giveWay()).isEqualTo(Outcome.UNTOUCHED);
            assertThat(users.migrate("name them", Named.class)).isPresent();
            assertThat(users.giveWay()).isEqualTo(Outcome.ADOPTED);
            users.upgrade();
            assertThat(users.query("select name from users")).containsExactly("ada");
            assertThat(users.giveWay()).isEqualTo(Outcome.UNTOUCHED);
        }
    }

    @Test
    void aVersionThatSaysSomethingElseRunsOnWhatWasThereBefore() throws Exception {
        try (Evolution users = new Evolution(folder)) {
            users.start(User.class);
            users.sql("insert into users (id) values (1)");
            users.follow(Named.class);
            assertThat(users.migrate("call them", Called.class)).isPresent();
            assertThat(users.giveWay()).isEqualTo(Outcome.TAKEN_BACK);
            users.upgrade();
            assertThat(users.query("select id, called from users")).containsExactly("1 null");
        }
    }

    @Test
    void whatItMadeItselfItTakesBack() throws Exception {
        try (Evolution users = new Evolution(folder)) {
            users.start(User.class);
            users.follow(Named.class);
            assertThat(users.follow(Called.class)).hasSize(2);
            assertThat(users.follow(Called.class)).isEmpty();
            assertThat(users.follow(User.class)).hasSize(1);
        }
    }

    @Test
    void whatTheChangelogMadeItLeavesAlone() throws Exception {
        try (Evolution users = new Evolution(folder)) {
            users.start(Named.class);
            users.sql("insert into users (id, name) values (1, 'ada')");
            assertThatThrownBy(() -> users.follow(User.class)).hasMessageStartingWith("DB-205");
            assertThat(users.query("select name from users")).containsExactly("ada");
        }
    }

    @Test
    void onlyDevModeMayHaveIt() {
        DevelopmentSchema.refuseElsewhere(true, LaunchMode.DEVELOPMENT);
        DevelopmentSchema.refuseElsewhere(false, LaunchMode.NORMAL);
        assertThatThrownBy(() -> DevelopmentSchema.refuseElsewhere(true, LaunchMode.NORMAL))
                .hasMessageStartingWith("DB-211 quipu.db.auto-migrate=true");
    }

    @NullUnmarked
    @Entity(name = "User")
    @Table(name = "users")
    static class User {

        @Id
        Long id;
    }

    @NullUnmarked
    @Entity(name = "User")
    @Table(name = "users")
    static class Named {

        @Id
        Long id;

        String name;
    }

    @NullUnmarked
    @Entity(name = "User")
    @Table(name = "users")
    static class Called {

        @Id
        Long id;

        String called;
    }
}
