package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.rule.RowChanged;
import dev.quipu.rule.RulesBypassedException;
import dev.quipu.rule.SumOf;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** However a statement is written, the guard sees what it writes to; and the version alone is nobody's rule. */
class BypassGuardTest {

    @Entity(name = "Crate")
    @Table(name = "crates")
    static class Crate {
        @Id
        Long id;

        @OneToMany(mappedBy = "crate")
        List<Jar> jars = new ArrayList<>();

        @SumOf("jars.weight")
        int weight;

        String label;

        @Version
        int version;
    }

    @Entity(name = "Jar")
    @Table(name = "jars")
    static class Jar {
        @Id
        Long id;

        @ManyToOne
        Crate crate;

        int weight;
    }

    @Entity(name = "Diary")
    @Table(name = "diaries")
    static class Diary {
        @Id
        Long id;
    }

    static final RuledDatabase database =
            RuledDatabase.of(Map.of("hibernate.use_sql_comments", "true"), Crate.class, Jar.class, Diary.class);

    static final Heard heard = new Heard(Crate.class);

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void seed() {
        RulesIntegrator.listen(database.sessionFactory(), heard);
        database.transact(session -> {
            if (session.find(Crate.class, 1L) == null) {
                Crate crate = new Crate();
                crate.id = 1L;
                session.persist(crate);
            }
        });
        heard.forget();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/* why */ update jars set weight = 1",
                "-- why\n  update jars set weight = 1",
                " /* a */ -- b\n/* c\n */delete /* d */ from only jars",
                "with x as (select 1) /* why */ update jars set weight = 1",
                "insert/**/into jars values (1, 2, 3)",
                "truncate jars",
                "TRUNCATE TABLE ONLY \"jars\" cascade",
                "truncate diaries, /* and */ jars",
                "update crates set version=? , weight=? where id=? and version=?",
                "update crates set weight=? where id=? and weight=?"
            })
    void whatWritesToARuledTableIsRefused(String sql) {
        assertThatThrownBy(() -> prepare(sql)).isInstanceOf(RulesBypassedException.class);
    }

    @Test
    void soIsBulkHqlWithItsComment() {
        assertThatThrownBy(() -> database.transact(session ->
                        session.createMutationQuery("update Jar set weight = 1").executeUpdate()))
                .isInstanceOf(RulesBypassedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "truncate diaries",
                "/* update jars */ delete from diaries",
                "-- update jars\ndelete from diaries"
            })
    void whatWritesElsewhereIsNot(String sql) {
        prepare(sql);
    }

    @ParameterizedTest
    @EnumSource(
            value = LockModeType.class,
            mode = Mode.INCLUDE,
            names = {"PESSIMISTIC_FORCE_INCREMENT", "OPTIMISTIC_FORCE_INCREMENT"})
    void aVersionMayBeAdvanced(LockModeType mode) {
        int before = crate().version;

        database.transact(session -> session.find(Crate.class, 1L, mode));

        assertThat(crate().version).isGreaterThan(before);
    }

    @Test
    void aRowOfWhichOnlyTheVersionDiffersIsNotToldAfterTheCommit() {
        int before = crate().version;

        database.transact(session -> {
            Crate crate = session.find(Crate.class, 1L);
            crate.label = "brittle";
            session.flush();
            crate.label = null;
        });

        assertThat(crate().version).isEqualTo(before + 2);
        assertThat(heard.during).extracting(RowChanged::toString).containsExactly("UPDATED Crate 1", "UPDATED Crate 1");
        assertThat(heard.committed).isEmpty();
    }

    private static Crate crate() {
        return database.read(session -> session.find(Crate.class, 1L));
    }

    private static void prepare(String sql) {
        database.transact(session -> session.unwrap(SharedSessionContractImplementor.class)
                .getJdbcCoordinator()
                .getStatementPreparer()
                .prepareStatement(sql));
    }
}
