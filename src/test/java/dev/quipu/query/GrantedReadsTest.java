package dev.quipu.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.rule.engine.Models;
import dev.quipu.security.Access;
import dev.quipu.security.Action;
import dev.quipu.security.ForbiddenException;
import dev.quipu.security.Grant;
import dev.quipu.security.Policy;
import dev.quipu.security.Viewer;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a viewer may not read is in no part of an answer. The matrix of the shop's rights has every path; here are the kinds of grants. */
class GrantedReadsTest {

    private static RuledDatabase database;
    private static Model model;
    private static Policy policy;

    /** Its number is its owner's secret, and its size may be known to the owner or to nobody. */
    @Entity(name = "Chest")
    @Grant(
            roles = "guest",
            actions = Action.READ,
            attributes = {"owner", "label", "spare"})
    @Grant(
            roles = "keeper",
            actions = Action.READ,
            where = "label like 'a%' and size between 2 and 9",
            attributes = Grant.ALL)
    @Grant(
            roles = "either",
            actions = Action.READ,
            where = "not (owner.name = viewer.username or size in (3, 4)) and spare is null",
            attributes = Grant.ALL)
    @Grant(
            roles = "counting",
            actions = Action.READ,
            where = "exists (select 1 from Coin c where c.chest = this and c.worth > length(this.label))",
            attributes = Grant.ALL)
    static class Chest {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne(optional = false)
        Person owner;

        String label;

        @Grant(roles = "guest", where = "owner.id = viewer.id")
        int size;

        @Nullable
        Integer spare;

        String hiddenFromAll = "x";

        @OneToMany(mappedBy = "chest")
        List<Coin> coins = new ArrayList<>();
    }

    @Entity(name = "Coin")
    @Grant(
            roles = {"guest", "counting"},
            actions = Action.READ,
            where = "chest.owner.id = viewer.id",
            attributes = Grant.ALL)
    static class Coin {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne(optional = false)
        Chest chest;

        int worth;
    }

    @Entity(name = "Person")
    @Grant(
            roles = {"guest", "either"},
            actions = Action.READ,
            where = "name <> 'nobody'",
            attributes = "name")
    static class Person {
        @Id
        @GeneratedValue
        Long id;

        String name;
    }

    private static Long ann;
    private static Long bob;

    @BeforeAll
    static void fill() {
        database = RuledDatabase.of(Chest.class, Coin.class, Person.class);
        model = Models.of(database.sessionFactory());
        policy = Policy.read(model, database.sessionFactory());
        database.transact(session -> {
            Person first = person("ann");
            Person second = person("bob");
            Person nobody = person("nobody");
            Stream.of(first, second, nobody).forEach(session::persist);
            ann = first.id;
            bob = second.id;
            Stream.of(chest(first, "a1", 1), chest(first, "a2", 2), chest(second, "a3", 3), chest(nobody, "b4", 4))
                    .forEach(chest -> {
                        session.persist(chest);
                        chest.coins.forEach(session::persist);
                    });
        });
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Person person(String name) {
        Person person = new Person();
        person.name = name;
        return person;
    }

    private static Chest chest(Person owner, String label, int size) {
        Chest chest = new Chest();
        chest.owner = owner;
        chest.label = label;
        chest.size = size;
        for (int i = 0; i < size; i++) {
            Coin coin = new Coin();
            coin.chest = chest;
            coin.worth = i + 1;
            chest.coins.add(coin);
        }
        return chest;
    }

    @Test
    void rowsPassTheTestsOfTheirGrant() {
        assertThat(labels(access("keeper", null))).containsExactly("a2", "a3");
    }

    @Test
    void negationsAndReferencesAreAsInHql() {
        assertThat(labels(access("either", ann))).isEmpty(); // a1 and a2 are ann's, 3 and 4 are excluded
        assertThat(labels(access("either", bob))).containsExactly("a1", "a2");
    }

    @Test
    void whoHasNotLoggedInIsEqualToNobody() {
        assertThat(labels(access("either", null))).isEmpty();
        assertThat(coins(access("guest", null))).isEqualTo(0);
    }

    @Test
    void whateverHqlSaysCanBeAGrant() {
        assertThat(labels(access("counting", ann))).containsExactly("a3", "b4");
    }

    @Test
    void collectionsAreCountedAsFarAsTheyMayBeRead() {
        assertThat(coins(access("guest", ann))).isEqualTo(3);
        assertThat(coins(access("guest", bob))).isEqualTo(3);
    }

    @Test
    void anAttributeIsReadWhereItMayBeRead() {
        Output size = new Output.Attribute("size", basic("Chest", "size"));

        assertThat(read(access("guest", ann), size, labelled("a1", "a2")).findValuesAsText("size"))
                .containsExactly("1", "2");
        assertThatThrownBy(() -> read(access("guest", ann), size, Condition.ANY))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("Reading Chest.size is not allowed to you.");
    }

    @Test
    void noFilterTellsWhatMayNotBeRead() {
        Condition large = new Condition.Compare(basic("Chest", "size"), Operator.GTE, 2);
        Output label = new Output.Attribute("label", basic("Chest", "label"));

        assertThat(read(access("guest", ann), label, large).findValuesAsText("label"))
                .containsExactly("a2");
        assertThat(read(access("guest", ann), label, new Condition.Not(large)).findValuesAsText("label"))
                .containsExactly("a1");
    }

    @Test
    void noOrderingTellsWhatMayNotBeRead() {
        SortKey size = new SortKey(List.of(), basic("Chest", "size"), SortDirection.ASC);
        PagePart nodes = new PagePart.Nodes("nodes", new Selection(model.entity("Chest"), List.of()));

        assertThatThrownBy(() -> page(access("guest", ann), List.of(size), nodes, null))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("Ordering by Chest.size is not allowed to you.");
    }

    @Test
    void noGroupTellsWhatMayNotBeRead() {
        Grouping grouping = new Grouping(
                List.of(new GroupKey(basic("Chest", "size"), null)),
                null,
                List.of(),
                5,
                0,
                "UTC",
                List.of(new GroupPart.Aggregate("a", List.of(new AggregatePart.Value("n", Measure.COUNT)))));

        assertThatThrownBy(() -> page(access("guest", ann), List.of(), new PagePart.Groups("g", grouping), null))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("Grouping by Chest.size is not allowed to you.");
    }

    @Test
    void aSumIsOfWhatMayBeRead() {
        AggregatePart sum = new AggregatePart.Value("sum", new Measure(Aggregation.SUM, basic("Chest", "size")));

        assertThat(page(access("guest", ann), List.of(), new PagePart.Aggregate("a", List.of(sum)), null)
                        .findValuesAsText("sum"))
                .containsExactly("3");
    }

    @Test
    void whatNoGrantNamesIsClosed() {
        Output hidden = new Output.Attribute("x", basic("Chest", "hiddenFromAll"));

        assertThatThrownBy(() -> read(access("guest", ann), hidden, Condition.ANY))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("Reading Chest.hiddenFromAll is not allowed to you.");
        assertThat(labels(access("stranger", ann))).isEmpty();
    }

    @Test
    void aRowThatMayNotBeReadIsReferredToByNone() {
        ToOneAttribute owner = (ToOneAttribute) attribute("Chest", "owner");
        EntityModel person = model.entity("Person");
        Output name = new Output.Reference(
                "owner", owner, new Selection(person, List.of(new Output.Attribute("name", basic("Person", "name")))));

        assertThat(read(access("guest", ann), name, labelled("a1", "a3")).findValuesAsText("name"))
                .containsExactly("ann", "bob");
        assertThatThrownBy(() -> read(access("guest", ann), name, Condition.ANY))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("Reading Chest.owner is not allowed to you.");
        assertThatThrownBy(() -> read(access("guest", ann), new Output.ForeignKey("k", owner), Condition.ANY))
                .isInstanceOf(ForbiddenException.class);
        assertThat(read(
                                access("guest", ann),
                                new Output.Constant("k", ""),
                                new Condition.Referenced(owner, person, Condition.ANY))
                        .get("nodes"))
                .hasSize(3);
    }

    @Test
    void rowsAreOrderedByParentsAsFarAsTheyMayBeRead() {
        SortKey name = new SortKey(
                List.of((ToOneAttribute) attribute("Chest", "owner")),
                basic("Person", "name"),
                SortDirection.DESC_NULLS_LAST);
        Output label = new Output.Attribute("label", basic("Chest", "label"));
        PagePart nodes = new PagePart.Nodes("nodes", new Selection(model.entity("Chest"), List.of(label)));

        assertThat(page(access("guest", ann), List.of(name), nodes, null).findValuesAsText("label"))
                .containsExactly("a3", "a1", "a2", "b4");
    }

    @Test
    void whatIsGrantedIsAskedAsACondition() {
        Condition granted =
                new Condition.Granted(model.entity("Chest"), Action.READ, List.of(attribute("Chest", "size")));
        Output label = new Output.Attribute("label", basic("Chest", "label"));

        assertThat(read(access("guest", bob), label, granted).findValuesAsText("label"))
                .containsExactly("a3");
    }

    private static Access access(String role, @Nullable Long id) {
        return policy.of(new Viewer(id, Objects.equals(id, ann) ? "ann" : id == null ? null : "bob", Set.of(role)));
    }

    private static List<String> labels(Access access) {
        return read(access, new Output.Attribute("id", model.entity("Chest").id()), Condition.ANY)
                .findValuesAsText("id")
                .stream()
                .map(id -> database.read(session -> session.find(Chest.class, Long.valueOf(id)).label))
                .toList();
    }

    private static int coins(Access access) {
        ToManyAttribute coins = (ToManyAttribute) attribute("Chest", "coins");
        EntityModel coin = model.entity("Coin");
        Page page = new Page(
                coin, null, Ordering.of(coin, List.of()), Window.first(9), List.of(new PagePart.TotalCount("n")));
        return read(access, new Output.Collection("coins", coins, coin, page), Condition.ANY).findValues("n").stream()
                .mapToInt(JsonNode::asInt)
                .sum();
    }

    private static Condition labelled(String... labels) {
        return new Condition.Compare(basic("Chest", "label"), Operator.IN, List.of(labels));
    }

    private static JsonNode read(Access access, Output output, Condition condition) {
        Selection selection = new Selection(model.entity("Chest"), List.of(output));
        return page(access, List.of(), new PagePart.Nodes("nodes", selection), condition);
    }

    private static JsonNode page(Access access, List<SortKey> keys, PagePart part, @Nullable Condition filter) {
        EntityModel chest = model.entity("Chest");
        Page page = new Page(chest, filter, Ordering.of(chest, keys), Window.first(9), List.of(part));
        return Objects.requireNonNull(database.read(session -> Graphql.parse(new Reader(access).page(session, page))));
    }

    private static AttributeModel attribute(String entity, String name) {
        return Objects.requireNonNull(model.entity(entity).attribute(name));
    }

    private static BasicAttribute basic(String entity, String name) {
        return (BasicAttribute) attribute(entity, name);
    }
}
