package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.testing.Graphql;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedDocumentsTest {

    private static final String ALLOWED = "{ apiVersion }\n";

    /** {@code printf '{ apiVersion }\n' | sha256sum} */
    private static final String HASH = "02ba090c1a1232d02ff0360b8ce00bb74b613d0f51f6b360b481a642dd0ec6eb";

    @TempDir
    Path folder;

    TrustedDocuments trusted;

    @BeforeEach
    void list() throws IOException {
        Files.createDirectories(folder.resolve("page"));
        Files.writeString(folder.resolve("page/version.graphql"), ALLOWED);
        Files.writeString(folder.resolve("notes.txt"), "{ __typename }");
        trusted = new TrustedDocuments(settings("quipu.api.trusted-documents", folder.toString()));
    }

    @Test
    void admitsByText() {
        assertThat(admitted(Map.of("query", ALLOWED))).isEqualTo(ALLOWED);
    }

    @Test
    void admitsByHash() {
        assertThat(admitted(byHash(HASH))).isEqualTo(ALLOWED);
    }

    @Test
    void refusesAllElse() {
        refused(Map.of("query", "{ __typename }"));
        refused(Map.of("query", "{ apiVersion }"));
        refused(Map.of());
        refused(byHash(HASH.replace('a', 'b')));
        refused(Map.of("query", "{ __typename }", "extensions", byHash(HASH).get("extensions")));
        refused(Map.of("query", 1, "extensions", "x"));
    }

    @Test
    void admitsEverythingWhereNothingIsListed() {
        trusted = new TrustedDocuments(settings("quipu.api.introspection", "false"));

        assertThat(admitted(Map.of("query", "{ __typename }"))).isEqualTo("{ __typename }");
    }

    private static Map<String, Object> byHash(String hash) {
        return Map.of("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)));
    }

    private String admitted(Map<String, ?> request) {
        return trusted.admitted(json(request)).getString("query");
    }

    private void refused(Map<String, ?> request) {
        assertThatThrownBy(() -> trusted.admitted(json(request)))
                .isInstanceOfSatisfying(
                        RefusedOperationException.class,
                        refused -> assertThat(refused.error().code()).isEqualTo(ErrorCode.OPERATION_NOT_ALLOWED));
    }

    private static JsonObject json(Map<String, ?> request) {
        return JsonProvider.provider()
                .createReader(new StringReader(Graphql.JSON.valueToTree(request).toString()))
                .readObject();
    }

    private static ApiSettings settings(String name, String value) {
        return new SmallRyeConfigBuilder()
                .withMapping(ApiSettings.class)
                .withSources(new io.smallrye.config.PropertiesConfigSource(Map.of(name, value), "test", 100))
                .build()
                .getConfigMapping(ApiSettings.class);
    }
}
