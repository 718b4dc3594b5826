package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quipu.expr.Expression;
import dev.quipu.rule.engine.wrong.Apple;
import dev.quipu.rule.engine.wrong.Basket;
import dev.quipu.rule.engine.wrong.Bucket;
import dev.quipu.rule.engine.wrong.Crate;
import dev.quipu.rule.engine.wrong.Drop;
import dev.quipu.rule.engine.wrong.Fence;
import dev.quipu.rule.engine.wrong.Orchard;
import dev.quipu.rule.engine.wrong.Pear;
import dev.quipu.rule.engine.wrong.Safe;
import dev.quipu.rule.engine.wrong.Shelf;
import dev.quipu.rule.engine.wrong.Tree;
import dev.quipu.rule.engine.wrong.Truck;
import dev.quipu.rule.engine.wrong.Vehicle;
import dev.quipu.rule.engine.wrong.Wheel;
import java.util.List;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.Test;

/** A wrong rule stops the start; all problems are told at once, each with its place and its remedy. */
class RuleProblemsTest {

    static List<String> problemsOf(Class<?>... entities) {
        Configuration configuration = new Configuration()
                .setProperty("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect")
                .setProperty("hibernate.boot.allow_jdbc_metadata_access", "false");
        for (Class<?> entity : entities) {
            configuration.addAnnotatedClass(entity);
        }
        return catchThrowableOfType(RuleProblemsException.class, configuration::buildSessionFactory)
                .problems();
    }

    @Test
    void everyMistakeIsTold() {
        assertThat(problemsOf(Basket.class, Apple.class))
                .containsExactlyInAnyOrder(
                        "RULE-104 Basket.misspeltElement: @SumOf(\"apples.wieght\"): Apple has no attribute \"wieght\" (it has id,"
                                + " weight, price, sort, picked, misspeltReference, misspeltSource). Maybe \"apples.weight\"?",
                        "RULE-102 Basket.misspeltCollection: @SumOf(\"aples.weight\"): Basket has no to-many attribute \"aples\""
                                + " (it has apples). Maybe \"apples.weight\"?",
                        "RULE-101 Basket.noElement: @SumOf(\"apples\"): names a to-many attribute and an attribute of its elements,"
                                + " such as \"items.amount\"",
                        "RULE-105 Basket.misspeltWhere: @SumOf(\"apples.weight\") where \"colour = 'red' and ripe\": Apple has no"
                                + " attribute \"colour\" (it has id, basket, weight, price, sort, picked, misspeltReference,"
                                + " misspeltSource).",
                        "RULE-106 Basket.parentWhere: @SumOf(\"apples.weight\") where \"basket.id = 1\": reads \"basket.id\" of a"
                                + " parent; it may read attributes of Apple only. Give Apple a @Computed(\"basket.id\") attribute and"
                                + " read that.",
                        "RULE-111 Basket.sumOfDates: @SumOf(\"apples.picked\"): sums \"picked\", which is a LocalDate. Name a number,"
                                + " or use @CountOf.",
                        "RULE-113 Basket.roundedSum: @SumOf(\"apples.price\"): would round: \"price\" has 4 digits after the point."
                                + " Give the attribute as many: BigDecimal with @Column(scale = 4).",
                        "RULE-110 Basket.wrongTarget: @CountOf(\"apples\"): gives a number, yet the attribute is a String. Make it a"
                                + " number.",
                        "RULE-112 Basket.maxOfText: @MaxOf(\"apples.sort\"): compares texts, whose order depends on the database's"
                                + " collation. Name a number, a date or a time.",
                        "RULE-114 Basket.wrongType: @Computed(\"id + 1\"): gives a Long, yet the attribute is a LocalDate. Change the"
                                + " type or the expression.",
                        "RULE-105 Basket.clock: @Computed(\"year(current_date)\"): rules cannot use the function \"extract\"; they can"
                                + " use " + Expression.functions(),
                        "RULE-105 Basket: @Invariant(name = \"notTooFull\", value = \"total <= limitt\"): Basket has no attribute"
                                + " \"limitt\" (it has id, apples, misspeltElement, misspeltCollection, noElement, misspeltWhere,"
                                + " parentWhere, sumOfDates, roundedSum, wrongTarget, maxOfText, wrongType, clock, total).",
                        "RULE-109 Basket: @Invariant(name = \"notEmpty\", value = \"total > 0\"): its message: Basket has no attribute"
                                + " \"totl\" (it has id, misspeltElement, misspeltCollection, noElement, misspeltWhere, parentWhere,"
                                + " sumOfDates, roundedSum, wrongTarget, maxOfText, wrongType, clock, total). Maybe \"{total}\"?",
                        "RULE-108 Apple.misspeltReference: @CopyOf(\"baskt.total\"): Apple has no to-one attribute \"baskt\" (it has"
                                + " basket). Maybe \"basket.total\"?",
                        "RULE-105 Apple.misspeltSource: @CopyOf(\"basket.totl\"): Basket has no attribute \"totl\" (it has id, apples,"
                                + " misspeltElement, misspeltCollection, noElement, misspeltWhere, parentWhere, sumOfDates,"
                                + " roundedSum, wrongTarget, maxOfText, wrongType, clock, total). Maybe \"basket.total\"?");
    }

    @Test
    void whatAnAttributeCannotHoldIsTold() {
        String remedy =
                ". Make it a nullable BigDecimal with a @Column(scale = ..), or a Double, and give it no value.";
        String floating =
                ": would round: \"weight\" is a Double, which has no fixed number of digits. Make the attribute a"
                        + " Double, or \"weight\" a BigDecimal.";
        assertThat(problemsOf(Crate.class, Pear.class))
                .containsExactlyInAnyOrder(
                        "RULE-111 Crate.averageOfDates: @AverageOf(\"pears.picked\"): averages \"picked\", which is a LocalDate."
                                + " Name a number.",
                        "RULE-119 Crate.wholeAverage: @AverageOf(\"pears.pips\"): is null over none and has digits after the"
                                + " point, yet the attribute is Integer" + remedy,
                        "RULE-119 Crate.primitiveAverage: @AverageOf(\"pears.pips\"): is null over none and has digits after the"
                                + " point, yet the attribute is a not nullable Double" + remedy,
                        "RULE-119 Crate.averageNotNull: @AverageOf(\"pears.pips\"): is null over none and has digits after the"
                                + " point, yet the attribute is a not nullable BigDecimal" + remedy,
                        "RULE-113 Crate.averageOfDoubles: @AverageOf(\"pears.weight\")" + floating,
                        "RULE-113 Crate.sumOfDoubles: @SumOf(\"pears.weight\")" + floating,
                        "RULE-114 Crate.otherType: @MaxOf(\"pears.pips\"): gives an Integer, yet the attribute is a Long. Change"
                                + " the type or the expression.");
    }

    @Test
    void aCycleIsPrinted() {
        assertThat(problemsOf(Wheel.class))
                .containsExactly(
                        "RULE-120 Wheel.a: reads itself: Wheel.a reads Wheel.b reads Wheel.a. Take one of these rules away,"
                                + " or let it read what does not come back to it.");
    }

    @Test
    void anIdThatTheTableGivesComesTooEarly() {
        assertThat(problemsOf(Shelf.class))
                .containsExactly(
                        "RULE-115 Shelf.id: is given by the table when persist() inserts the row, before any rule has run."
                                + " Let a sequence give it: @GeneratedValue(strategy = GenerationType.SEQUENCE).");
    }

    @Test
    void rulesDoNotFollowInheritance() {
        assertThat(problemsOf(Vehicle.class, Truck.class))
                .hasSize(2)
                .contains(
                        "RULE-116 Vehicle: has rules and shares them with another entity by inheritance, which rules do not"
                                + " follow. Let both extend a @MappedSuperclass, or keep the difference in an attribute.");
    }

    @Test
    void aSoftDeletionMustNotDeleteForGood() {
        assertThat(problemsOf(Orchard.class, Tree.class, Fence.class))
                .containsExactlyInAnyOrder(
                        "RULE-117 Orchard.trees: cascades the soft deletion of Orchard onto Tree, whose rows are deleted for good, so"
                                + " that nothing could restore them. Make Tree @SoftDeletable too, or leave out CascadeType.REMOVE"
                                + " (or ALL) and orphanRemoval.",
                        "RULE-117 Orchard.felled: cascades the soft deletion of Orchard onto Tree, whose rows are deleted for good, so"
                                + " that nothing could restore them. Make Tree @SoftDeletable too, or leave out CascadeType.REMOVE"
                                + " (or ALL) and orphanRemoval.",
                        "RULE-117 Orchard.fence: cascades the soft deletion of Orchard onto Fence, whose rows are deleted for good,"
                                + " so that nothing could restore them. Make Fence @SoftDeletable too, or leave out"
                                + " CascadeType.REMOVE (or ALL) and orphanRemoval.",
                        "RULE-118 Orchard.sorts: is a collection that Orchard itself keeps, which its soft deletion would empty for"
                                + " good. Make the elements an entity that refers to Orchard, and map the collection by that"
                                + " reference: @OneToMany(mappedBy = ..).");
    }

    @Test
    void whatAChildInsertsMustBeCompleteWithoutIt() {
        String made = "a Bucket that its first Drop inserts (insertParent = true)";
        assertThat(problemsOf(Bucket.class, Drop.class))
                .containsExactlyInAnyOrder(
                        "RULE-122 Bucket.id: is generated, so nothing can name " + made
                                + ". Leave out @GeneratedValue and let the application assign it, or leave out insertParent.",
                        "RULE-123 Bucket.colour: is mandatory, and " + made
                                + " would have none. Initialise it in Java, derive it, or let it be null.",
                        "RULE-123 Bucket.below: is mandatory, and " + made
                                + " would have none. Initialise it in Java, derive it, or let it be null.",
                        "RULE-124 Bucket.picture: is initialised with a byte[], which rules cannot write into " + made
                                + ". Let it be null at first.");
    }

    @Test
    void aMessageDoesNotShowWhatIsHidden() {
        assertThat(problemsOf(Safe.class))
                .containsExactly(
                        "RULE-135 Safe: @Invariant(name = \"isLocked\", value = \"code is not null\"): its message shows {code},"
                                + " and Safe.code is @Hidden. Leave it out of the message.");
    }
}
