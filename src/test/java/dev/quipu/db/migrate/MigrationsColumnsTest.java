package dev.quipu.db.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that come, go, change their name, type, nullability or default; enum types and sequences. */
class MigrationsColumnsTest {

    @TempDir
    Path folder;

    @Test
    void aColumnComes() throws Exception {
        try (Evolution users = new Evolution(folder)) {
            users.start(User.class);
            users.sql("insert into users (id, email, price, level, rank) values (1, 'a@example.org', 1.5, 'A', 1)");
            assertThat(users.change(Nicknamed.class)).isEqualTo("""
                    --liquibase formatted sql

                    --changeset quipu:0002-change-it
                    alter table users add nickname varchar(64);
                    alter table users add points integer default 5 not null;

                    -- fails if rows of users have the same key
                    alter table users add constraint users_nickname_key unique (nickname);

                    --rollback alter table users drop constraint users_nickname_key;
                    --rollback alter table users drop points;
                    --rollback alter table users drop nickname;
                    """);
            assertThat(users.query("select email, nickname, points from users"))
                    .containsExactly("a@example.org null 5");
        }
    }

    @Test
    void typesWidenAndNullabilityAndDefaultsAndSequencesChange() throws Exception {
        try (Evolution users = new Evolution(folder)) {
            users.start(User.class);
            users.sql("insert into users (id, email, price, level, rank) values (1, 'a@example.org', 1.5, 'A', 1)");
            assertThat(users.change(Wider.class))
                    .contains("""
                    alter table users alter email type varchar(200);
                    """, """
                    alter table users alter rank drop default,
                        alter rank type bigint using rank::bigint,
                        alter rank set default 8;
                    """, """
                    -- fails if a row of users has no price
                    alter table users alter price set not null;
                    """, "alter sequence users_seq as bigint start 1 increment by 10 ");
            assertThat(users.query("select * from users")).containsExactly("1 a@example.org A 1.5000 1");
        }
    }

    @Test
    void aTypeNarrowsOnlyIfAllowed() throws Exception {
        try (Evolution users = new Evolution(folder)) {
            users.start(Wider.class);
            users.sql("insert into users (id, email, price, level, rank) values (1, 'a@example.org', 1.5, 'A', 1)");
            Refusal.of(users, User.class)
                    .contains(
                            "DB-206 column users.email becomes varchar(120), was varchar(200)",
                            "DB-206 column users.price becomes numeric(12,2), was numeric(16,4)",
                            "DB-206 column users.rank becomes integer, was bigint");
            users.allowDrop();
            assertThat(users.change(User.class)).contains("-- fails if a value of users.email is no varchar(120)\n");
            assertThat(users.query("select email, price, rank from users")).containsExactly("a@example.org 1.50 1");
        }
    }

    @Test
    void aTextBecomesAnEnumTypeAndThatGetsAValue() throws Exception {
        try (Evolution users = new Evolution(folder)) {
            users.start(User.class);
            users.sql("insert into users (id, email, price, level, rank) values (1, 'a@example.org', 1.5, 'A', 1)");
            users.allowDrop();
            assertThat(users.change(Typed.class))
                    .contains("create type level as enum ('A', 'C');")
                    .contains("alter table users alter level type level using level::text::level;");
            assertThat(users.change(Retyped.class)).contains("alter type level add value 'B' after 'A';");
            users.sql("insert into users (id, email, level) values (2, 'b@example.org', 'B')");
            users.sql("update users set level = 'A'");
            Evolution narrower = users;
            assertThat(narrower.change(Typed.class)).contains("drop type level_old;");
        }
    }

    @Test
    void aColumnWithAnotherName() throws Exception {
        try (Evolution users = new Evolution(folder)) {
            users.start(Nicknamed.class);
            users.sql("insert into users (id, email, price, level, rank, nickname) values (1, 'a', 1, 'A', 1, 'ada')");
            Refusal.of(users, Called.class)
                    .contains(
                            "DB-203 users.nickname goes and called comes",
                            "--rename users.nickname=called",
                            "--allow-drop");
            assertThat(users.rename("users.nickname=called").change(Called.class))
                    .contains("alter table users rename nickname to called;")
                    .contains("alter table users rename constraint users_nickname_key to users_called_key;")
                    .contains("--rollback alter table users rename called to nickname;");
            assertThat(users.query("select called from users")).containsExactly("ada");
        }
    }

    @Test
    void somebodyIsAskedWhetherItIsTheSameColumn() throws Exception {
        try (Evolution users = new Evolution(folder)) {
            users.start(Nicknamed.class);
            users.answering(rename -> false);
            Refusal.of(users, Called.class).contains("DB-205 No entity has the column users.nickname any more.");
            users.answering(rename -> rename.option().equals("--rename users.nickname=called"));
            assertThat(users.change(Called.class)).contains("alter table users rename nickname to called;");
        }
    }

    @Test
    void aFileThatDoesNotRunIsNotKept() throws Exception {
        try (Evolution users = new Evolution(folder)) {
            users.start(Typed.class);
            Refusal.of(users, Defaulted.class)
                    .startsWith("DB-208 The statements do not run, and nothing was written:")
                    .contains("unsafe use of new value", "alter type level add value 'B' after 'A';");
        }
    }

    @Test
    void aColumnGoesOnlyIfAllowedAndComesBackEmpty() throws Exception {
        try (Evolution users = new Evolution(folder)) {
            users.start(User.class);
            users.sql("insert into users (id, email, price, level, rank) values (1, 'a', 1, 'A', 1)");
            Refusal.of(users, Bare.class)
                    .contains("DB-205 No entity has the column users.email any more.", "--rename users.email=NAME");
            assertThat(users.allowDrop().change(Bare.class)).contains("""
                    -- the rollback makes users.email again, without its values
                    alter table users drop email;
                    """, """
                    --rollback alter table users add email varchar(120) default '' not null;
                    --rollback alter table users alter email drop default;
                    """);
        }
    }

    @Test
    void aColumnThatIsNotNullNeedsAValue() throws Exception {
        try (Evolution users = new Evolution(folder)) {
            users.start(Bare.class);
            Refusal.of(users, Strict.class)
                    .contains("DB-204 column users.name is new and not null", "@ColumnDefault", "--empty");
        }
    }

    @NullUnmarked
    @Entity(name = "User")
    @Table(name = "users")
    static class User {
        @Id
        @GeneratedValue
        Long id;

        @Column(nullable = false, length = 120)
        String email;

        @Column(length = 9)
        String level;

        @Column(precision = 12, scale = 2)
        BigDecimal price;

        @ColumnDefault("7")
        int rank;
    }

    @NullUnmarked
    @Entity(name = "User")
    @Table(name = "users")
    static class Nicknamed {
        @Id
        @GeneratedValue
        Long id;

        @Column(nullable = false, length = 120)
        String email;

        @Column(length = 9)
        String level;

        @Column(precision = 12, scale = 2)
        BigDecimal price;

        @ColumnDefault("7")
        int rank;

        @Column(length = 64, unique = true)
        String nickname;

        @ColumnDefault("5")
        int points;
    }

    @NullUnmarked
    @Entity(name = "User")
    @Table(name = "users")
    static class Called {
        @Id
        @GeneratedValue
        Long id;

        @Column(nullable = false, length = 120)
        String email;

        @Column(length = 9)
        String level;

        @Column(precision = 12, scale = 2)
        BigDecimal price;

        @ColumnDefault("7")
        int rank;

        @Column(length = 64, unique = true)
        String called;

        @ColumnDefault("5")
        int points;
    }

    @NullUnmarked
    @Entity(name = "User")
    @Table(name = "users")
    static class Wider {
        @Id
        @GeneratedValue(generator = "users_seq")
        @SequenceGenerator(name = "users_seq", allocationSize = 10)
        Long id;

        @Column(nullable = false, length = 200)
        String email;

        @Column(length = 9)
        String level;

        @Column(nullable = false, precision = 16, scale = 4)
        BigDecimal price;

        @ColumnDefault("8")
        long rank;
    }

    @NullUnmarked
    @Entity(name = "User")
    @Table(name = "users")
    static class Typed {
        @Id
        @GeneratedValue
        Long id;

        @Column(nullable = false, length = 120)
        String email;

        @Column(precision = 12, scale = 2)
        BigDecimal price;

        @ColumnDefault("7")
        int rank;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        OfTwo.Level level;
    }

    @NullUnmarked
    @Entity(name = "User")
    @Table(name = "users")
    static class Retyped {
        @Id
        @GeneratedValue
        Long id;

        @Column(nullable = false, length = 120)
        String email;

        @Column(precision = 12, scale = 2)
        BigDecimal price;

        @ColumnDefault("7")
        int rank;

        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        OfThree.Level level;
    }

    @NullUnmarked
    @Entity(name = "User")
    @Table(name = "users")
    static class Defaulted {
        @Id
        @GeneratedValue
        Long id;

        @Column(nullable = false, length = 120)
        String email;

        @Column(precision = 12, scale = 2)
        BigDecimal price;

        @ColumnDefault("7")
        int rank;

        @ColumnDefault("'B'")
        @Enumerated(EnumType.STRING)
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        OfThree.Level level;
    }

    @NullUnmarked
    @Entity(name = "User")
    @Table(name = "users")
    static class Bare {
        @Id
        @GeneratedValue
        Long id;
    }

    @NullUnmarked
    @Entity(name = "User")
    @Table(name = "users")
    static class Strict {
        @Id
        @GeneratedValue
        Long id;

        @Column(nullable = false)
        @Comment("which is no rule")
        String name;
    }

    static class OfTwo {
        enum Level {
            A,
            C
        }
    }

    static class OfThree {
        enum Level {
            A,
            B,
            C
        }
    }
}
