package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Graphql;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What groupBy and the comparisons of aggregates refuse, and in which words. */
@QuarkusTest
class GroupByErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keys: [] | groupBy.keys is empty; name a key, or ask for aggregate instead.",
                "keys: [PLACED_AT_DAY, STATUS, PLACED_AT_MONTH] | groupBy has the keys placedAt by DAY and placedAt by MONTH,"
                        + " but key.placedAt can hold one only; ask for the other in a groupBy of its own.",
                "keys: [STATUS], timeZone: \"Mars/Olympus\" | timeZone \"Mars/Olympus\" is no IANA name of a time zone;"
                        + " write one as \"Europe/Berlin\".",
                "keys: [STATUS], timeZone: \"+25:00\" | timeZone \"+25:00\" is no IANA name of a time zone;"
                        + " write one as \"Europe/Berlin\".",
                "keys: [STATUS], orderBy: [{key: {placedAt: ASC}}] | groupBy is ordered by key.placedAt, but its keys are"
                        + " [status]; add that key, or order by another.",
                "keys: [STATUS], first: 1001 | first asks for 1001 rows; a page has at most 1000.",
                "keys: [STATUS], offset: -1 | offset is -1; it starts at 0.",
                "keys: [STATUS], having: {count: null} | having.count is null; leave it out, or ask with isNull.",
                "keys: [STATUS], having: {sum: {amountTotal: {gt: null}}} | having.sum.amountTotal.gt is null; leave it out,"
                        + " or ask with isNull.",
                "keys: [STATUS], having: {filter: {id: {eq: 1}}} | having compares nothing; leave it out, or add a comparison as"
                        + " count: {gte: 1}.",
                "keys: [STATUS], having: {sum: {}} | having.sum compares nothing; leave it out, or add a comparison as"
                        + " count: {gte: 1}.",
            })
    void saysWhatToChange(String arguments, String message) {
        assertRefused(Graphql.error("{ orders { groupBy(" + arguments + ") { aggregate { count } } } }"), message);
    }

    @Test
    void refusesAVariableWithoutAValueInHaving() {
        String query = "query ($least: Int) { orders { groupBy(keys: [STATUS], having: {count: {gte: $least}})"
                + " { aggregate { count } } } }";

        assertRefused(
                Graphql.error(query, Map.of()),
                "having.count.gte is $least, which has no value; give it one, or leave the operator out.");
    }

    @Test
    void refusesAnElementsAggregateThatComparesNothing() {
        assertRefused(
                Graphql.error("{ orders(filter: {items: {aggregate: {filter: {id: {eq: 1}}}}}) { totalCount } }"),
                "filter.items.aggregate compares nothing; leave it out, or add a comparison as count: {gte: 1}.");
    }

    private static void assertRefused(JsonNode error, String message) {
        assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("message").asText()).isEqualTo(message);
    }
}
