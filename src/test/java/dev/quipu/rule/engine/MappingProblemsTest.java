package dev.quipu.rule.engine;

import static dev.quipu.rule.engine.RuleProblemsTest.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.rule.engine.wrong.Hive;
import dev.quipu.rule.engine.wrong.Port;
import dev.quipu.rule.engine.wrong.Scale;
import org.junit.jupiter.api.Test;

/** A mapping by which rules would see another row than the database holds stops the start; what no rule reads may have it. */
class MappingProblemsTest {

    @Test
    void whatTheApplicationDoesNotAssignIsNotRead() {
        String generated = ": is read by rules, yet Hibernate or the database assigns it after they have run. Leave out"
                + " the generation, and assign it in Java: where it is declared, or in @PrePersist.";
        String unwritten =
                ": is read by rules, yet not always written (insertable = false or updatable = false), so that"
                        + " they would see values that no row has. Let the rule read the attribute that writes the column, or"
                        + " leave these two out.";
        assertThat(problemsOf(Hive.class, Hive.Bee.class))
                .containsExactlyInAnyOrder(
                        "RULE-125 Bee.created" + generated,
                        "RULE-125 Bee.touched" + generated,
                        "RULE-125 Bee.doubled" + generated,
                        "RULE-125 Bee.given" + generated,
                        "RULE-125 Bee.version: is read by rules, yet Hibernate assigns it after they have run (@Version). Let"
                                + " the rule read an attribute of your own.",
                        "RULE-126 Bee.preset" + unwritten,
                        "RULE-126 Bee.weightTwin" + unwritten,
                        "RULE-126 Bee.fixed" + unwritten,
                        "RULE-126 Bee.twin" + unwritten,
                        "RULE-127 Bee.formula: is computed by the database when it is read (@Formula), so that rules cannot see"
                                + " it change. Derive it with @Computed, or let the rule read what the formula reads.",
                        "RULE-128 Bee.noted: is read or derived by rules, yet stored in a second table, which they do not"
                                + " follow. Leave out the @SecondaryTable or @JoinTable.",
                        "RULE-129 Hive: is cached for all sessions, yet has attributes that rules write past the cache. Leave"
                                + " out @Cacheable and @Cache.",
                        "RULE-132 Hive.heavyBees: leaves rows out by an @SQLRestriction, which Hive.heavyBeeCount takes in all"
                                + " the same. Leave it out, and say it in the rule: where = \"..\".",
                        "RULE-132 Bee: leaves rows out by an @SQLRestriction, which Hive.lastCreated takes in all the same."
                                + " Leave it out, and say it in the rule: where = \"..\".");
    }

    @Test
    void whatTheDatabaseMovesAndDeletesByItselfIsNotRead() {
        String assigned = " is read by rules, which would not see the database change it (@OnDelete(";
        String remedy = ")). Leave out @OnDelete, and assign the reference before its target is deleted.";
        String cascade =
                ": lets the database delete rows (@OnDelete(CASCADE)) that Port.shipCount takes in through \"port\""
                        + " and would not see go. Leave out @OnDelete, and let the collection of the other side delete them: cascade ="
                        + " CascadeType.REMOVE.";
        assertThat(problemsOf(
                        Port.class,
                        Port.Ship.class,
                        Port.Owner.class,
                        Port.Lighthouse.class,
                        Port.Pier.class,
                        Port.Quay.class))
                .containsExactlyInAnyOrder(
                        "RULE-130 Ship.port:" + assigned + "SET_NULL" + remedy,
                        "RULE-130 Ship.fallback:" + assigned + "SET_DEFAULT" + remedy,
                        "RULE-131 Ship.owner" + cascade,
                        "RULE-131 Ship.insurer" + cascade,
                        "RULE-133 Ship.byCode: refers by referencedColumnName to something else than the id of Port, which"
                                + " rules do not follow. Refer to the id.",
                        "RULE-134 Port: @Invariant(name = \"room\", value = \"shipCount >= 0\"): has the name of another one,"
                                + " so that nobody could tell which of them is broken. Give each its own.");
    }

    @Test
    void onlyWhatJavaAndTheDatabaseOrderAlikeIsCompared() {
        String order =
                ", whose order in Java is not the database's. Name a number, a date, a time, or an enum stored by its"
                        + " ordinal.";
        assertThat(problemsOf(Scale.class, Scale.Weight.class))
                .containsExactlyInAnyOrder(
                        "RULE-112 Scale.named: @MaxOf(\"weights.named\"): compares an enum by its name" + order,
                        "RULE-112 Scale.renamed: @MaxOf(\"weights.numbered\"): compares an enum by its name" + order,
                        "RULE-112 Scale.calibrated: @MinOf(\"weights.calibrated\"): compares a Boolean" + order,
                        "RULE-112 Scale.mark: @MinOf(\"weights.mark\"): compares a UUID" + order,
                        "RULE-112 Scale.lasting: @MaxOf(\"weights.lasting\"): compares a Duration" + order);
    }
}
