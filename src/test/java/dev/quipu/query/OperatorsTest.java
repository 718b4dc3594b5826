package dev.quipu.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.rule.engine.Models;
import dev.quipu.security.Access;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.RuledDatabase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operator on every type, plain and negated, finds the rows that a look at each of them finds; and so does every way to order
 * by that type. {@code -Doperators.runs=200 -Doperators.seed=9} tries more and others.
 */
class OperatorsTest {

    private static final int RUNS = Integer.getInteger("operators.runs", 5);
    private static final int SEED = Integer.getInteger("operators.seed", 0);
    private static final int ROWS = 40;
    private static final Set<Operator> EQUALITY =
            EnumSet.of(Operator.EQ, Operator.NEQ, Operator.IN, Operator.NOT_IN, Operator.IS_NULL);
    private static final Set<Operator> TEXT = EnumSet.range(Operator.CONTAINS, Operator.NOT_I_LIKE);

    private static RuledDatabase database;
    private static EntityModel entity;
    private static List<Specimen> rows = List.of();
    private static int cases;

    @BeforeAll
    static void fill() {
        database = RuledDatabase.of(Specimen.class);
        entity = Models.of(database.sessionFactory()).entity("Specimen");
        rows = RandomSpecimens.of(new Random(SEED), ROWS);
        database.transact(session -> rows.forEach(session::persist));
    }

    @AfterAll
    static void close() {
        database.close();
        System.out.println("OperatorsTest: " + cases + " cases from seed " + SEED);
    }

    static Stream<BasicAttribute> ordered() {
        return entity.basics().filter(attribute -> ValueKind.of(attribute).ordered());
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void findWhatALookAtEachRowFinds(BasicAttribute attribute) {
        Random random = new Random(SEED);
        for (Operator operator : operators(attribute)) {
            for (int run = 0; run < RUNS; run++) {
                Object operand = RandomSpecimens.operand(random, operator, attribute, rows);
                Condition condition = new Condition.Compare(attribute, operator, operand);
                assertFinds(condition, operator, operand, attribute, true);
                assertFinds(new Condition.Not(condition), operator, operand, attribute, false);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void orderAsValuesDo(BasicAttribute attribute) {
        for (SortDirection direction : SortDirection.values()) {
            Ordering ordering = Ordering.of(entity, List.of(new SortKey(List.of(), attribute, direction)));
            List<String> expected = rows.stream()
                    .sorted((one, other) -> {
                        int order = NaiveOperators.compare(
                                direction,
                                RandomSpecimens.ordered(attribute, one),
                                RandomSpecimens.ordered(attribute, other));
                        return order == 0 ? one.id.compareTo(other.id) : order;
                    })
                    .map(row -> row.id)
                    .toList();

            assertThat(walk(ordering, false))
                    .as("%s %s", attribute.name(), direction)
                    .isEqualTo(expected);
            assertThat(walk(ordering, true))
                    .as("%s %s backwards", attribute.name(), direction)
                    .isEqualTo(expected);
            cases += 2;
        }
    }

    /** An operator that nobody has added above would go untested. */
    @Test
    void coverAllButJson() {
        Set<Operator> covered = EnumSet.noneOf(Operator.class);
        ordered().forEach(attribute -> covered.addAll(operators(attribute)));

        assertThat(EnumSet.complementOf(EnumSet.copyOf(covered)))
                .allMatch(operator -> operator.name().startsWith("JSON_"));
    }

    private static Set<Operator> operators(BasicAttribute attribute) {
        Set<Operator> operators = EnumSet.copyOf(EQUALITY);
        ValueKind kind = ValueKind.of(attribute);
        if (kind != ValueKind.BOOLEAN && kind != ValueKind.ENUM) {
            operators.addAll(EnumSet.range(Operator.GT, Operator.NOT_BETWEEN));
        }
        if (kind == ValueKind.TEXT) {
            operators.addAll(TEXT);
        }
        return operators;
    }

    private static void assertFinds(
            Condition condition, Operator operator, Object operand, BasicAttribute attribute, boolean wanted) {
        List<String> expected = rows.stream()
                .filter(row -> {
                    Boolean truth = NaiveOperators.holds(operator, RandomSpecimens.value(attribute, row), operand);
                    return truth != null && truth == wanted;
                })
                .map(row -> row.id)
                .sorted()
                .toList();
        Page page = page(condition, Ordering.of(entity, List.of()), Window.first(ROWS));

        assertThat(ids(page))
                .as("%s%s %s %s", wanted ? "" : "not ", attribute.name(), operator, operand)
                .isEqualTo(expected);
        cases++;
    }

    private static List<String> walk(Ordering ordering, boolean backward) {
        List<String> all = new ArrayList<>();
        String cursor = null;
        List<String> found;
        do {
            Window window = backward ? new Window(true, 7, 0, null, cursor) : new Window(false, 7, 0, cursor, null);
            JsonNode edges = read(page(null, ordering, window)).path("edges");
            found = edges.findValuesAsText("id");
            all.addAll(backward ? 0 : all.size(), found);
            cursor = edges.path(backward ? 0 : edges.size() - 1).path("cursor").asText();
        } while (!found.isEmpty());
        return all;
    }

    private static List<String> ids(Page page) {
        return read(page).path("edges").findValuesAsText("id");
    }

    private static JsonNode read(Page page) {
        return Objects.requireNonNull(
                database.read(session -> Graphql.parse(new Reader(Access.UNRESTRICTED).page(session, page))));
    }

    private static Page page(@Nullable Condition filter, Ordering ordering, Window window) {
        Selection id = new Selection(entity, List.of(new Output.Attribute("id", entity.id())));
        return new Page(
                entity,
                filter,
                ordering,
                window,
                List.of(new PagePart.Edges(
                        "edges",
                        List.of(new PagePart.EdgePart.Cursor("cursor"), new PagePart.EdgePart.Node("node", id)))));
    }
}
