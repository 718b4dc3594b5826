package dev.quipu.graphql;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.util.HashUtil;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The documents that clients may send, where only some are allowed. A client names one by the SHA-256 of its text,
 * {@code {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "..."}}}}, or sends the text itself.
 */
@Startup
@Singleton
class TrustedDocuments {

    private static final String QUERY = "query";

    /** By hash; null where everything is allowed. */
    private final @Nullable Map<String, String> texts;

    TrustedDocuments(ApiSettings settings) {
        this.texts = settings.trustedDocuments().map(TrustedDocuments::read).orElse(null);
    }

    /**
     * The request with the text of its document.
     *
     * @throws RefusedOperationException if that is not allowed
     */
    JsonObject admitted(JsonObject request) {
        if (texts == null) {
            return request;
        }
        String sent = request.get(QUERY) instanceof JsonString text ? text.getString() : null;
        String hash = hash(request);
        String known = texts.get(hash == null && sent != null ? HashUtil.sha256(sent) : String.valueOf(hash));
        if (known == null || (sent != null && !sent.equals(known))) {
            throw new RefusedOperationException(new CodedError(
                    ErrorCode.OPERATION_NOT_ALLOWED,
                    "The server answers the documents that its owner has listed, and this is none of them."));
        }
        return JsonProvider.provider()
                .createObjectBuilder(request)
                .add(QUERY, known)
                .build();
    }

    private static @Nullable String hash(JsonObject request) {
        return request.get("extensions") instanceof JsonObject extensions
                        && extensions.get("persistedQuery") instanceof JsonObject persisted
                        && persisted.get("sha256Hash") instanceof JsonString hash
                ? hash.getString().toLowerCase(Locale.ROOT)
                : null;
    }

    private static Map<String, String> read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".graphql"))
                    .map(TrustedDocuments::text)
                    .distinct()
                    .collect(Collectors.toUnmodifiableMap(HashUtil::sha256, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "API-105 quipu.api.trusted-documents is \"" + folder
                            + "\", which cannot be read. Name a folder of .graphql files, or leave it unset to allow all.",
                    e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
