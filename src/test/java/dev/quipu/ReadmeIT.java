package dev.quipu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quipu.ReadmeSteps.Edit;
import dev.quipu.ReadmeSteps.Exchange;
import dev.quipu.ReadmeSteps.Step;
import dev.quipu.testing.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Follows README.md in a copy of the project: starts dev mode, sends its requests, makes its edits, expects its answers. */
class ReadmeIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theReadmeTellsTheTruth() throws Exception {
        Path project = ProjectCopy.make(Path.of("target", "readme"));
        try (DevMode devMode = DevMode.start(project)) {
            GraphqlClient client = new GraphqlClient(devMode);
            client.awaitAnswer("{__typename}");
            theBrowserMayShowItsPages(URI.create("http://localhost:" + devMode.port()));
            int answers = 0;
            for (Step step : ReadmeSteps.read(Path.of("README.md"))) {
                if (step instanceof Edit edit) {
                    edit.apply(project);
                } else if (step instanceof Exchange exchange) {
                    assertThat(client.awaitAnswer(exchange.request())).isEqualTo(JSON.readTree(exchange.answer()));
                    answers++;
                }
            }
            assertThat(answers).isEqualTo(4);
        }
    }

    /** What production forbids browsers to do with answers would keep GraphiQL from working. */
    private static void theBrowserMayShowItsPages(URI server) {
        HttpResponse<String> graphiql = new Http(server.resolve("/q/graphql-ui/")).get("");
        HttpResponse<String> answer = new Http(server.resolve("/graphql")).get("?query=%7B__typename%7D");

        assertThat(graphiql.statusCode()).isEqualTo(200);
        assertThat(graphiql.headers().map()).doesNotContainKey("content-security-policy");
        assertThat(answer.headers().map()).containsKey("content-security-policy");
    }
}
