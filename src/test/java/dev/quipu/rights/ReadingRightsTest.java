package dev.quipu.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.security.Impersonation;
import dev.quipu.testing.Database;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Http;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Asks in everybody's name for every attribute in every way that the schema has, and compares whether there is an answer with
 * {@code rights/read.md}, which people wrote. A new attribute without a line fails.
 */
@QuarkusTest
class ReadingRightsTest {

    /** Root fields of a request, within the limits of the API. */
    private static final int BATCH = 20;

    @Inject
    GraphQLSchema schema;

    @Inject
    DataSource dataSource;

    @TestHTTPResource("/graphql")
    URI address;

    private People people;
    private Oracle oracle;
    private Http http;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> cells = new TreeMap<>();

    @BeforeEach
    void settle() throws Exception {
        new Database(dataSource).clear();
        people = People.settle();
        oracle = Oracle.read("rights/read.md");
        http = new Http(address);
    }

    @Test
    void everybodyReadsWhatTheTableSaysAndNothingElse() {
        for (Asker asker : Asker.values()) {
            ask(asker, "ann");
        }
        ask(Asker.MODERATOR, "mia");

        System.out.println("rights to read: "
                + cells.values().stream().mapToInt(Integer::intValue).sum() + " cells compared, " + cells);
        assertThat(oracle.missing())
                .as("attributes without a line in rights/read.md")
                .isEmpty();
        assertThat(oracle.unused())
                .as("lines of rights/read.md without an attribute")
                .isEmpty();
        assertThat(problems).isEmpty();
    }

    private void ask(Asker asker, String owner) {
        Map<String, String> keys = Map.of(
                "User.username",
                owner,
                "User.email",
                owner + "@example.org",
                "Product.name",
                "yarn",
                "Role.name",
                owner.equals("ann") ? "user" : "moderator");
        List<Question> questions =
                new ReadingWays(new Fields(schema), entity -> people.id(owner, entity), keys).questions();
        boolean own = People.owner(asker).equals(owner);
        List<Question> allowed = new ArrayList<>();
        List<Question> refused = new ArrayList<>();
        questions.forEach(question -> (question.isAllowed(oracle, asker, own) ? allowed : refused).add(question));
        try (Impersonation viewer = Impersonation.of(people.viewer(asker))) {
            batches(allowed).forEach(batch -> {
                if (!areAnswered(batch)) {
                    batch.forEach(question -> expect(asker, question, true));
                }
            });
            refused.forEach(question -> expect(asker, question, false));
        }
        cells.merge(asker + " of " + (own ? "their own" : "others'"), questions.size(), Integer::sum);
    }

    private static List<List<Question>> batches(List<Question> questions) {
        return IntStream.range(0, (questions.size() + BATCH - 1) / BATCH)
                .mapToObj(i -> questions.subList(i * BATCH, Math.min(questions.size(), (i + 1) * BATCH)))
                .toList();
    }

    private boolean areAnswered(List<Question> batch) {
        StringBuilder query = new StringBuilder("{");
        for (int i = 0; i < batch.size(); i++) {
            query.append(" a").append(i).append(": ").append(batch.get(i).field());
        }
        JsonNode response = send(query.append(" }").toString());
        return !response.has("errors")
                && IntStream.range(0, batch.size()).allMatch(i -> shows(response.at("/data/a" + i), batch.get(i)));
    }

    private void expect(Asker asker, Question question, boolean allowed) {
        JsonNode response = send("{ a: " + question.field() + " }");
        String code = response.at("/errors/0/extensions/code").asText();
        boolean shown = shows(response.at("/data/a"), question);
        if (shown != allowed || (response.has("errors") && !code.equals("FORBIDDEN"))) {
            problems.add("%s %s %s\n  answers %s"
                    .formatted(asker, allowed ? "should see" : "should not see", question, response));
        }
    }

    private static boolean shows(JsonNode answer, Question question) {
        JsonNode value = answer.at(question.answer());
        boolean empty = value.isArray() && value.isEmpty();
        boolean none =
                value.isNumber() && value.asDouble() == 0 && question.way().equals("in countDistinct");
        return !value.isMissingNode()
                && !value.isNull()
                && !empty
                && !none
                && !(value.has("totalCount") && value.get("totalCount").asInt() == 0);
    }

    private JsonNode send(String query) {
        return Graphql.parse(
                http.json(Graphql.JSON.createObjectNode().put("query", query).toString())
                        .body());
    }
}
