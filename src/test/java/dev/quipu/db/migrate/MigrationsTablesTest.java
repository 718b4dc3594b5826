package dev.quipu.db.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.model.SoftDeletable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.time.Instant;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables with their keys, checks, references and indexes. */
class MigrationsTablesTest {

    private static final String ALICE = "insert into users (id, name) values (1, 'alice')";

    @TempDir
    Path folder;

    @Test
    void aTableComes() throws Exception {
        try (Evolution shop = new Evolution(folder)) {
            shop.start(User.class);
            shop.sql(ALICE);
            assertThat(shop.change(User.class, Note.class)).isEqualTo("""
                    --liquibase formatted sql

                    --changeset quipu:0002-change-it
                    create sequence notes_seq increment by 50;

                    create table notes (
                        id bigint not null,
                        stars integer not null,
                        title varchar(255),
                        user_id bigint,
                        constraint notes_pkey primary key (id),
                        constraint notes_title_key unique (title),
                        constraint stars check ((stars <= 5) and (stars >= 1)),
                        constraint notes_user_id_fkey foreign key (user_id) references users(id)
                    );
                    create index notes_stars_idx on notes (stars desc);
                    create index notes_user_id_idx on notes (user_id);

                    --rollback drop table notes;
                    --rollback drop sequence notes_seq;
                    """);
        }
    }

    @Test
    void tablesThatReferToEachOtherComeAndGo() throws Exception {
        try (Evolution shop = new Evolution(folder)) {
            shop.start(User.class);
            shop.change(User.class, Hen.class, Egg.class);
            shop.sql("insert into hens (id) values (1)");
            Refusal.of(shop, User.class)
                    .contains("DB-205 No entity has the table hens any more.", "DB-205 No entity has the table eggs");
            assertThat(shop.allowDrop().change(User.class))
                    .contains("-- the rollback makes eggs again, without its rows");
        }
    }

    @Test
    void keysChecksReferencesAndIndexesChange() throws Exception {
        try (Evolution shop = new Evolution(folder)) {
            shop.start(User.class, Note.class);
            shop.sql(ALICE);
            shop.sql("insert into notes (id, stars, title, user_id) values (1, 5, 'a', 1)");
            assertThat(shop.change(User.class, OtherNote.class))
                    .contains(
                            "alter table notes drop constraint notes_title_key;",
                            "-- fails if rows of notes have the same key",
                            "alter table notes add constraint notes_user_id_title_key unique (user_id, title);",
                            "alter table notes add constraint stars check (stars >= 0);",
                            "foreign key (user_id) references users(id) on delete cascade;",
                            "drop index notes_stars_idx;",
                            "create index notes_title_stars_idx on notes (title, stars);")
                    .contains("--rollback create index notes_stars_idx on notes (stars desc);");
        }
    }

    @Test
    void softDeletionMakesKeysPartial() throws Exception {
        try (Evolution shop = new Evolution(folder)) {
            shop.start(User.class, Note.class);
            shop.sql("insert into notes (id, stars, title) values (1, 5, 'a')");
            assertThat(shop.change(User.class, SoftNote.class))
                    .contains(
                            "alter table notes add deleted_at timestamp(6) with time zone;",
                            "create unique index notes_title_key on notes (title) where (deleted_at is null);");
        }
    }

    @Test
    void aTableWithAnotherNameKeepsItsRowsAndItsNamesFollow() throws Exception {
        try (Evolution shop = new Evolution(folder)) {
            shop.start(User.class, Note.class);
            shop.sql(ALICE);
            shop.sql("insert into notes (id, stars, title, user_id) values (1, 5, 'a', 1)");
            Refusal.of(shop, User.class, Remark.class)
                    .contains("DB-203 notes goes and remarks comes", "--rename notes=remarks");
            String file = shop.rename("notes=remarks").change(User.class, Remark.class);
            assertThat(file)
                    .contains("alter table notes rename to remarks;", "alter sequence notes_seq rename to remarks_seq;")
                    .contains("alter table remarks rename constraint notes_pkey to remarks_pkey;")
                    .contains("alter index notes_user_id_idx rename to remarks_user_id_idx;")
                    .doesNotContain("drop", "create");
            assertThat(shop.query("select title from remarks")).containsExactly("a");
        }
    }

    @NullUnmarked
    @Entity(name = "User")
    @Table(name = "users")
    static class User {

        @Id
        @GeneratedValue
        Long id;

        String name;
    }

    @NullUnmarked
    @Entity(name = "Note")
    @Table(name = "notes", indexes = @Index(name = "notes_stars_idx", columnList = "stars desc"))
    @Check(name = "stars", constraints = "stars >= 1 and stars <= 5")
    static class Note {

        @Id
        @GeneratedValue
        Long id;

        int stars;

        @Column(unique = true)
        String title;

        @ManyToOne
        User user;
    }

    @NullUnmarked
    @Entity(name = "Remark")
    @Table(name = "remarks", indexes = @Index(name = "remarks_stars_idx", columnList = "stars desc"))
    @Check(name = "stars", constraints = "stars >= 1 and stars <= 5")
    static class Remark {

        @Id
        @GeneratedValue
        Long id;

        int stars;

        @Column(unique = true)
        String title;

        @ManyToOne
        User user;
    }

    @NullUnmarked
    @Entity(name = "Note")
    @Table(
            name = "notes",
            uniqueConstraints = @jakarta.persistence.UniqueConstraint(columnNames = {"user_id", "title"}),
            indexes = @Index(columnList = "title, stars"))
    @Check(name = "stars", constraints = "stars >= 0")
    static class OtherNote {

        @Id
        @GeneratedValue
        Long id;

        int stars;

        String title;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        User user;
    }

    @NullUnmarked
    @SoftDeletable
    @Entity(name = "Note")
    @Table(name = "notes", indexes = @Index(name = "notes_stars_idx", columnList = "stars desc"))
    @Check(name = "stars", constraints = "stars >= 1 and stars <= 5")
    static class SoftNote {

        @Id
        @GeneratedValue
        Long id;

        int stars;

        @Column(unique = true)
        String title;

        @ManyToOne
        User user;

        Instant deletedAt;
    }

    @NullUnmarked
    @Entity(name = "Hen")
    @Table(name = "hens")
    static class Hen {

        @Id
        Long id;

        @ManyToOne
        Egg hatchedFrom;
    }

    @NullUnmarked
    @Entity(name = "Egg")
    @Table(name = "eggs")
    static class Egg {

        @Id
        Long id;

        @ManyToOne
        Hen hen;
    }
}
