package dev.quipu.testing.verifier;

import static dev.quipu.testing.verifier.RuleVerifier.change;
import static dev.quipu.testing.verifier.RuleVerifier.insert;
import static dev.quipu.testing.verifier.RuleVerifier.is;
import static dev.quipu.testing.verifier.RuleVerifier.isGone;
import static dev.quipu.testing.verifier.RuleVerifier.remove;
import static dev.quipu.testing.verifier.RuleVerifier.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.Invariant;
import dev.quipu.rule.ParentMissingException;
import dev.quipu.rule.Rules;
import dev.quipu.rule.SumOf;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The verifier says of a wrong expectation what is wrong with it. */
class RuleVerifierTest {

    @Entity(name = "Sack")
    @Invariant(name = "notTooHeavy", value = "weight <= 100", message = "{weight} is too much")
    static class Sack {
        @Id
        @GeneratedValue
        Long id;

        String owner = "nobody";

        @OneToMany(mappedBy = "sack", cascade = CascadeType.ALL)
        List<Stone> stones = new ArrayList<>();

        @SumOf("stones.weight")
        int weight;

        @CountOf("stones")
        int stoneCount;
    }

    @Entity(name = "Stone")
    static class Stone {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne
        Sack sack;

        int weight;
    }

    @Entity(name = "Leaf")
    @SoftDeletable
    public static class Leaf {
        @Id
        @GeneratedValue
        public Long id;

        public Instant deletedAt;

        @Version
        public int version;
    }

    static final RuleVerifier verifier = RuleVerifier.of(Sack.class, Stone.class, Leaf.class);

    final Sack sack = new Sack();
    final Stone stone = stone(7);

    @AfterAll
    static void close() {
        verifier.close();
    }

    @Test
    void aChangeThatNobodyExpectsFails() {
        failsWith(() -> heavier().then(), sack, "weight is 8");
    }

    @Test
    void aRemovalThatNobodyExpectsFails() {
        failsWith(() -> verifier.given(sack).when(remove(sack)).then(), stone, "is gone");
    }

    @Test
    void freeWorkMustBeExpectedWhole() {
        Change work = work(session -> session.find(Sack.class, sack.id).owner = "Kay");
        failsWith(() -> verifier.given(sack).when(work).then(), sack, "owner is Kay");
    }

    @Test
    void aChangeThatDoesNotHappenFails() {
        failsWith(() -> heavier().then(is(sack, "weight", 8), is(sack, "stoneCount", 2)), sack, "stoneCount is 2");
    }

    @Test
    void aRemovalThatDoesNotHappenFails() {
        failsWith(() -> heavier().then(is(sack, "weight", 8), isGone(stone)), stone, "is gone");
    }

    @Test
    void aRefusalThatDoesNotHappenFails() {
        Case heavier = heavier();
        assertThatThrownBy(() -> heavier.isRefusedBy("Sack.notTooHeavy"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it was not refused")
                .hasMessageNotContaining("null]");
        assertThatThrownBy(() -> heavier.isRefused(ParentMissingException.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it was not refused");
    }

    @Test
    void anotherExceptionIsARefusalToo() {
        Change orphan = work(session -> {
            Stone stone = new Stone();
            stone.sack = session.getReference(Sack.class, -1L);
            session.persist(stone);
        });
        Case refused = verifier.given(sack).when(orphan).isRefused(ParentMissingException.class);
        assertThatThrownBy(() -> refused.isRefused(IllegalStateException.class)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aRowThatIsDeletedSoftlyIsGone() {
        Leaf leaf = new Leaf();
        verifier.given(leaf).when(remove(leaf)).then();
        Leaf other = new Leaf();
        verifier.given(other)
                .when(work(session -> session.remove(session.find(Leaf.class, other.id))))
                .then(isGone(other));
    }

    @Test
    void anUnknownRuleIsTold() {
        Case heavier = heavier();
        assertThatThrownBy(() -> heavier.doesNotFire("Sack.wait"))
                .hasMessageContaining("There is no rule \"Sack.wait\" (there are Sack.weight, Sack.stoneCount")
                .hasMessageContaining("Maybe \"Sack.weight\"?");
        assertThatThrownBy(() -> heavier.isRefusedBy("Sack.tooHeavy"))
                .hasMessageContaining("Maybe \"Sack.notTooHeavy\"?");
    }

    @Test
    void theOrderInWhichItFailsIsNamed() {
        Case ofTwo = verifier.given(sack).when(change(stone, s -> s.weight = 8), change(stone, s -> s.weight *= 2));
        assertThatThrownBy(() -> ofTwo.then(is(sack, "weight", 16)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("changes in the order 2, 1, one flush");
    }

    @Test
    void anotherRefusalThanExpectedFails() {
        Case tooHeavy = verifier.given(sack).when(change(stone, s -> s.weight = 101));
        assertThatThrownBy(() -> tooHeavy.isRefusedBy("Sack.weight"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Sack.notTooHeavy");
    }

    @Test
    void aRuleThatFiresFails() {
        Case heavier = heavier().doesNotFire("Sack.stoneCount");
        assertThatThrownBy(() -> heavier.doesNotFire("Sack.stoneCount", "Sack.notTooHeavy"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Sack.notTooHeavy of Sack");
    }

    @Test
    void whatIsWrongFromScratchFails() {
        Change bypass = work(session -> Rules.bypassing(
                () -> session.createMutationQuery("update Sack set weight = 70").executeUpdate()));
        assertThatThrownBy(() -> verifier.given(sack).when(bypass).then(is(sack, "weight", 70)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is 70, should be 7");
    }

    @Test
    void anUnknownAttributeIsTold() {
        assertThatThrownBy(() -> heavier().then(is(sack, "wait", 8)))
                .hasMessageContaining("Sack has no attribute \"wait\"")
                .hasMessageContaining("weight");
    }

    @Test
    void aRowThatWasNotGivenIsTold() {
        Sack stranger = new Sack();
        stranger.id = -1L;
        assertThatThrownBy(() -> verifier.given(sack)
                        .when(change(stranger, s -> s.owner = ""))
                        .then())
                .hasMessageContaining("Sack -1 is to be changed and was not given");
    }

    @Test
    void whatWasGivenBeforeIsTold() {
        verifier.given(sack);
        assertThatThrownBy(() -> verifier.given(sack)).hasMessageContaining("Make the entities anew");
    }

    @Test
    void tooManyOrdersAreRefused() {
        Change[] six = new Change[6];
        Arrays.setAll(six, i -> insert(() -> stone(i)));
        assertThatThrownBy(() -> verifier.given(sack).when(six)).hasMessageContaining("6 changes have too many orders");
    }

    private Case heavier() {
        return verifier.given(sack).when(change(stone, s -> s.weight = 8));
    }

    private Stone stone(int weight) {
        Stone made = new Stone();
        made.weight = weight;
        made.sack = sack;
        sack.stones.add(made);
        return made;
    }

    private static void failsWith(ThrowingCallable expectation, Object row, String difference) {
        assertThatThrownBy(expectation).isInstanceOf(AssertionError.class).satisfies(failure -> assertThat(failure)
                .hasMessageContaining(new RowNames(verifier.sessionFactory()).of(row) + " " + difference));
    }
}
