package dev.quipu.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.model.Model;
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
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Previews every mutation with every input in everybody's name, and compares whether it is let through with {@code rights/write.md},
 * which people wrote. A new attribute without a line fails.
 */
@QuarkusTest
class WritingRightsTest {

    @Inject
    GraphQLSchema schema;

    @Inject
    Model model;

    @Inject
    DataSource dataSource;

    @TestHTTPResource("/graphql")
    URI address;

    private final List<String> problems = new ArrayList<>();
    private int cells;

    @Test
    void everybodyWritesWhatTheTableSaysAndNothingElse() throws Exception {
        new Database(dataSource).clear();
        People people = People.settle();
        Oracle oracle = Oracle.read("rights/write.md");
        for (Asker asker : Asker.values()) {
            ask(asker, "ann", people, oracle);
        }
        ask(Asker.MODERATOR, "mia", people, oracle);

        System.out.println("rights to write: " + cells + " cells compared");
        assertThat(oracle.missing())
                .as("inputs without a line in rights/write.md")
                .isEmpty();
        assertThat(oracle.unused())
                .as("lines of rights/write.md without an input")
                .isEmpty();
        assertThat(problems).isEmpty();
    }

    private void ask(Asker asker, String owner, People people, Oracle oracle) {
        Http http = new Http(address);
        boolean own = People.owner(asker).equals(owner);
        try (Impersonation viewer = Impersonation.of(people.viewer(asker))) {
            for (Writing writing : new WritingWays(new Fields(schema), model, people, owner).writings()) {
                boolean allowed = true;
                for (String need : writing.needs()) {
                    allowed &= oracle.allows(need, asker, own);
                }
                JsonNode response = Graphql.parse(http.json(Graphql.JSON
                                .createObjectNode()
                                .put("query", "mutation @preview { " + writing.field() + " }")
                                .toString())
                        .body());
                Set<String> codes = new TreeSet<>(response.path("errors").findValuesAsText("code"));
                boolean asSaid = allowed
                        ? Set.of("CONSTRAINT_VIOLATION").containsAll(codes)
                        : !codes.isEmpty() && Set.of("FORBIDDEN", "NOT_FOUND").containsAll(codes);
                if (!asSaid) {
                    problems.add("%s%s %s %s: %s\n  answers %s"
                            .formatted(
                                    asker,
                                    own ? " (own)" : "",
                                    allowed ? "may" : "may not",
                                    writing.needs(),
                                    writing.field(),
                                    response));
                }
                cells++;
            }
        }
    }
}
