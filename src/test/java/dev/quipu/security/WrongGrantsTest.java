package dev.quipu.security;

import static dev.quipu.security.Action.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.rule.SumOf;
import dev.quipu.rule.engine.Models;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A grant that cannot mean what it says stops the start. */
class WrongGrantsTest {

    private static RuledDatabase database;
    private static String problems;

    @Entity(name = "Jar")
    @Grant(
            roles = {},
            actions = READ)
    @Grant(roles = "a", where = "colour = 'red'")
    @Grant(roles = "b", where = "owner = viewer.nickname")
    @Grant(roles = "c", where = "length(owner) > 3")
    @Grant(roles = "d", actions = READ, attributes = Grant.ALL)
    @Grant(
            roles = "e",
            actions = READ,
            attributes = {"owner", "total", "beans"})
    static class Jar {
        @Id
        @GeneratedValue
        Long id;

        @Grant(roles = "f", attributes = "owner")
        String owner;

        @OneToMany(mappedBy = "jar")
        List<Bean> beans = new ArrayList<>();

        @SumOf("beans.weight")
        int total;
    }

    @Entity(name = "Bean")
    @Grant(
            roles = {"d", "e"},
            actions = READ,
            where = "weight > 1",
            attributes = Grant.ALL)
    static class Bean {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne
        Jar jar;

        int weight;
    }

    /** Right as far as Hibernate can tell, but names what is not there. */
    @Entity(name = "Lid")
    @Grant(
            roles = "a",
            actions = READ,
            attributes = {"sise", "round"})
    static class Lid {
        @Id
        @GeneratedValue
        Long id;

        int size;

        int hole;
    }

    @BeforeAll
    static void read() {
        database = RuledDatabase.of(Jar.class, Bean.class);
        try {
            policy(database);
            problems = "";
        } catch (IllegalStateException stopped) {
            problems = String.valueOf(stopped.getMessage());
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Policy policy(RuledDatabase of) {
        return Policy.read(Models.of(of.sessionFactory()), of.sessionFactory());
    }

    @Test
    void isToldWithAllOthers() {
        assertThat(problems.lines().map(line -> line.substring(0, 7)))
                .containsExactlyInAnyOrder("SEC-102", "SEC-101", "SEC-101", "SEC-101", "SEC-106", "SEC-103", "SEC-104");
    }

    @Test
    void namesAnAttributeThatThereIsNot() {
        assertThat(problems)
                .contains("SEC-101 Jar: @Grant(where = \"colour = 'red'\"): ")
                .contains("colour");
    }

    @Test
    void asksOfTheViewerWhatNobodyKnows() {
        assertThat(problems).contains("a viewer has no \"nickname\" (there are id, username)");
    }

    @Test
    void saysInAFunctionNotWhoseTheAttributeIs() {
        assertThat(problems)
                .contains("SEC-101 Jar: @Grant(where = \"length(owner) > 3\"): ")
                .contains("this.<attribute>");
    }

    @Test
    void opensASumOfWhatIsRestricted() {
        assertThat(problems)
                .contains(
                        "SEC-104 Jar.total: whoever is \"d\" may read it as one of all attributes, but it follows from"
                                + " Bean.weight")
                .doesNotContain("\"e\""); // it is named there
    }

    @Test
    void namesACollection() {
        assertThat(problems).contains("SEC-106 Jar: a @Grant names the collection \"beans\"");
    }

    @Test
    void namesAFieldOfCodeThatThereIsNot() {
        try (RuledDatabase lids = RuledDatabase.of(Lid.class)) {
            Policy policy = policy(lids);

            assertThatThrownBy(() -> policy.requireKnownNames(Map.of("Lid", Set.of("round"))))
                    .hasMessage("SEC-105 Lid: a @Grant names the attribute \"sise\", which there is not"
                            + " (there are [id, size, hole, round]). Maybe \"size\"?");
            assertThat(policy.closed()).containsExactly("Lid.size", "Lid.hole");
        }
    }
}
