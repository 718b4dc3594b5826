package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.testing.Graphql;
import dev.quipu.testing.Http;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that answers one document, over HTTP. */
@QuarkusTest
@TestProfile(TrustedOverHttpTest.OneDocument.class)
class TrustedOverHttpTest {

    private static final String ALLOWED = "{ apiVersion }\n";

    /** {@code printf '{ apiVersion }\n' | sha256sum} */
    private static final String HASH = "02ba090c1a1232d02ff0360b8ce00bb74b613d0f51f6b360b481a642dd0ec6eb";

    public static final class OneDocument implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path folder = Files.createTempDirectory("trusted");
                Path file = Files.writeString(folder.resolve("version.graphql"), ALLOWED);
                file.toFile().deleteOnExit();
                return Map.of("quipu.api.trusted-documents", folder.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @TestHTTPResource("/graphql")
    URI address;

    @Test
    void answersTheDocumentByItsTextAndByItsHash() {
        String byHash = "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + HASH + "\"}}";
        for (HttpResponse<String> answer : List.of(
                post("{\"query\": \"{ apiVersion }\\n\"}"),
                post("{\"extensions\": " + byHash + "}"),
                http().get("?extensions=" + URLEncoder.encode(byHash, StandardCharsets.UTF_8)))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(Graphql.parse(answer.body()).at("/data/apiVersion").asText())
                    .isNotEmpty();
        }
    }

    @Test
    void refusesEveryOther() {
        for (String body : new String[] {
            "{\"query\": \"{ apiVersion }\"}",
            "{\"query\": \"{ users(first: 1) { totalCount } }\"}",
            "{\"query\": \"{ __schema { types { name } } }\"}",
            "{\"query\": \"mutation { deleteUser(input: {id: 1}) { deletedId } }\"}",
            "{\"extensions\": {\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + HASH.replace('0', '1')
                    + "\"}}}"
        }) {
            HttpResponse<String> answer = post(body);

            assertThat(answer.statusCode()).as(body).isEqualTo(403);
            assertThat(Graphql.parse(answer.body())
                            .at("/errors/0/extensions/code")
                            .asText())
                    .isEqualTo("OPERATION_NOT_ALLOWED");
        }
    }

    private HttpResponse<String> post(String body) {
        return http().json(body);
    }

    private Http http() {
        return new Http(address);
    }
}
