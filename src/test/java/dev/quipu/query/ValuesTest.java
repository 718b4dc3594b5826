package dev.quipu.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.rule.engine.Models;
import dev.quipu.security.Access;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.RuledDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type is printed, compared and put into a cursor so that nothing is lost. */
class ValuesTest {

    private static RuledDatabase database;
    private static EntityModel entity;

    private final Reader reader = new Reader(Access.UNRESTRICTED);

    @BeforeAll
    static void fill() {
        database = RuledDatabase.of(Specimen.class);
        entity = Models.of(database.sessionFactory()).entity("Specimen");
        database.transact(session -> {
            session.persist(smaller());
            session.persist(larger());
        });
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Specimen smaller() {
        Specimen row = new Specimen();
        row.id = "a'\"\\1";
        row.text = "line\nbreak \"quoted\" \u00e9\ud83d\ude00";
        row.small = -7;
        row.whole = Integer.MIN_VALUE;
        row.big = Long.MIN_VALUE;
        row.rough = 0.1f;
        row.fine = 0.1;
        row.exact = new BigDecimal("-12345678901234.000001");
        row.day = LocalDate.of(1583, 1, 1);
        row.moment = Instant.parse("1969-12-31T23:59:59.000001Z");
        row.stamp = OffsetDateTime.parse("2026-01-31T23:30:00.5-01:00");
        row.named = Specimen.Size.LARGE; // by name: LARGE, SMALL
        row.numbered = Specimen.Size.SMALL; // by number: SMALL, LARGE
        row.bytes = new byte[100]; // longer than a line of base64
        return row;
    }

    private static Specimen larger() {
        Specimen row = new Specimen();
        row.id = "b";
        row.text = "m";
        row.small = Short.MAX_VALUE;
        row.whole = Integer.MAX_VALUE;
        row.big = Long.MAX_VALUE;
        row.rough = Float.MAX_VALUE;
        row.fine = Double.MAX_VALUE;
        row.exact = new BigDecimal("1");
        row.flag = true;
        row.day = LocalDate.of(9999, 12, 31);
        row.moment = Instant.parse("9999-12-31T23:59:59Z");
        row.stamp = OffsetDateTime.parse("2027-01-31T23:30:00Z");
        row.named = Specimen.Size.SMALL;
        row.numbered = Specimen.Size.LARGE;
        row.bytes = new byte[0];
        row.half = Integer.MAX_VALUE / 2; // as its formula gives it
        return row;
    }

    @Test
    void arePrintedAsClientsReadThem() {
        JsonNode row = row(new Condition.Compare(entity.id(), Operator.EQ, smaller().id));

        assertThat(row.toPrettyString()).isEqualTo("""
                {
                  "id" : "a'\\"\\\\1",
                  "text" : "line\\nbreak \\"quoted\\" \u00e9\ud83d\ude00",
                  "small" : -7,
                  "whole" : -2147483648,
                  "big" : "-9223372036854775808",
                  "rough" : 0.1,
                  "fine" : 0.1,
                  "exact" : "-12345678901234.000001",
                  "flag" : false,
                  "day" : "1583-01-01",
                  "moment" : "1969-12-31T23:59:59.000001Z",
                  "stamp" : "2026-02-01T00:30:00.5Z",
                  "named" : "LARGE",
                  "numbered" : "SMALL",
                  "bytes" : "%s",
                  "half" : -1073741824
                }""".formatted("A".repeat(134) + "=="));
    }

    static Stream<BasicAttribute> ordered() {
        return entity.basics().filter(attribute -> ValueKind.of(attribute).ordered());
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void comeBackFromACursor(BasicAttribute attribute) {
        Ordering ordering = Ordering.of(entity, List.of(new SortKey(List.of(), attribute, SortDirection.ASC)));
        JsonNode first = page(ordering, null);
        assertThat(first.at("/edges/0/node/id").asText()).isEqualTo(smaller().id);

        JsonNode second = page(ordering, first.at("/edges/0/cursor").asText());

        assertThat(second.at("/edges/0/node/id").asText()).isEqualTo(larger().id);
        assertThat(page(ordering, second.at("/edges/0/cursor").asText()).path("edges"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void areFoundAgain(BasicAttribute attribute) throws ReflectiveOperationException {
        Object value = operand(Specimen.class.getField(attribute.name()).get(larger()));

        assertThat(row(new Condition.Compare(attribute, Operator.EQ, value))
                        .path("id")
                        .asText())
                .isEqualTo(larger().id);
        assertThat(row(new Condition.Compare(attribute, Operator.IN, List.of(value)))
                        .path("id")
                        .asText())
                .isEqualTo(larger().id);
    }

    @Test
    void thatAColumnCannotHoldAreRefused() {
        BasicAttribute small = (BasicAttribute) entity.attributes().get("small");

        assertThatThrownBy(() -> row(new Condition.Compare(small, Operator.EQ, 32768)))
                .isInstanceOf(RefusedInputException.class)
                .hasMessage("small holds whole numbers from -32768 to 32767; 32768 is beyond.");
    }

    /** As the API's scalars give it. */
    private static Object operand(Object value) {
        return value instanceof Short number
                ? (Object) number.intValue()
                : value instanceof Float number
                        ? (Object) number.doubleValue()
                        : value instanceof OffsetDateTime moment ? moment.toInstant() : value;
    }

    private JsonNode row(Condition condition) {
        List<Output> outputs = entity.basics()
                .<Output>map(attribute -> new Output.Attribute(attribute.name(), attribute))
                .toList();
        return database.read(session ->
                Graphql.parse(String.valueOf(reader.one(session, new Selection(entity, outputs), condition))));
    }

    private JsonNode page(Ordering ordering, @Nullable String after) {
        Selection id = new Selection(entity, List.of(new Output.Attribute("id", entity.id())));
        List<PagePart> edges = List.of(new PagePart.Edges(
                "edges", List.of(new PagePart.EdgePart.Cursor("cursor"), new PagePart.EdgePart.Node("node", id))));
        Page page = new Page(entity, null, ordering, new Window(false, 1, 0, after, null), edges);
        return database.read(session -> Graphql.parse(reader.page(session, page)));
    }
}
