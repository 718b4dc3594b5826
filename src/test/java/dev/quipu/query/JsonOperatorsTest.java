package dev.quipu.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.rule.engine.Models;
import dev.quipu.security.Access;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.RuledDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every operator on JSON, plain and negated, finds the rows that a look at each of them finds. {@code -Doperators.runs=200
 * -Doperators.seed=9} tries more and others.
 */
class JsonOperatorsTest {

    private static final int RUNS = 10 * Integer.getInteger("operators.runs", 5);
    private static final int SEED = Integer.getInteger("operators.seed", 0);
    private static final int ROWS = 60;

    private static RuledDatabase database;
    private static EntityModel entity;
    private static BasicAttribute attribute;
    private static final List<JsonSpecimen> ROWS_IN_ORDER = new ArrayList<>();
    private static int cases;
    private static int found;

    @BeforeAll
    static void fill() {
        database = RuledDatabase.of(JsonSpecimen.class);
        entity = Models.of(database.sessionFactory()).entity("JsonSpecimen");
        attribute = (BasicAttribute) Objects.requireNonNull(entity.attribute("content"));
        Random random = new Random(SEED);
        for (int n = 0; n < ROWS; n++) {
            JsonSpecimen row = new JsonSpecimen();
            row.id = "%02d".formatted(n);
            row.content = random.nextInt(6) == 0 ? null : NaiveJson.value(random, 2);
            ROWS_IN_ORDER.add(row);
        }
        database.transact(session -> ROWS_IN_ORDER.forEach(session::persist));
    }

    @AfterAll
    static void close() {
        database.close();
        System.out.println("JsonOperatorsTest: " + cases + " cases from seed " + SEED + ", " + found + " rows found");
    }

    @ParameterizedTest
    @EnumSource(names = "JSON_(?!PATH).*", mode = EnumSource.Mode.MATCH_ALL)
    void findWhatALookAtEachRowFinds(Operator operator) {
        Random random = new Random(SEED);
        int before = found;
        for (int run = 0; run < RUNS; run++) {
            Object operand = NaiveJson.operand(random, operator);
            Condition condition = new Condition.Compare(attribute, operator, operand);
            assertFinds(condition, operator, operand, true);
            assertFinds(new Condition.Not(condition), operator, operand, false);
        }
        assertThat(found).as("rows found at all").isGreaterThan(before + RUNS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exists($.a)   | a
            exists($.b.a) | b a
            """)
    void findByPath(String path, String keys) {
        List<String> expected = ROWS_IN_ORDER.stream()
                .filter(row -> row.content != null)
                .filter(row -> !row.content.at("/" + keys.replace(' ', '/')).isMissingNode())
                .map(row -> row.id)
                .toList();

        assertThat(ids(new Condition.Compare(attribute, Operator.JSON_PATH_MATCH, "strict " + path)))
                .containsExactlyElementsOf(expected);
        assertThat(expected).isNotEmpty();
    }

    private static void assertFinds(Condition condition, Operator operator, Object operand, boolean wanted) {
        List<String> expected = ROWS_IN_ORDER.stream()
                .filter(row -> row.content != null && NaiveJson.holds(operator, row.content, operand) == wanted)
                .map(row -> row.id)
                .toList();

        assertThat(ids(condition))
                .as("%s%s %s", wanted ? "" : "not ", operator, operand)
                .isEqualTo(expected);
        cases++;
        found += expected.size();
    }

    private static List<String> ids(Condition condition) {
        Page page = new Page(
                entity,
                condition,
                Ordering.of(entity, List.of()),
                Window.first(ROWS),
                List.of(new PagePart.Edges(
                        "edges",
                        List.of(new PagePart.EdgePart.Node(
                                "node", new Selection(entity, List.of(new Output.Attribute("id", entity.id()))))))));
        return Objects.requireNonNull(
                        database.read(session -> Graphql.parse(new Reader(Access.UNRESTRICTED).page(session, page))))
                .path("edges")
                .findValuesAsText("id");
    }
}
