package dev.quipu.graphql.http;

import dev.quipu.graphql.ErrorCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may open a WebSocket. Browsers let every page open one, cookies included, and leave it to the server to look at the
 * Origin. Clients that are no browsers send none.
 */
final class SocketGate {

    private static final String PROTOCOL = "graphql-transport-ws";

    private final Set<String> origins;

    /** @param origins who may, beside pages of the server itself */
    SocketGate(Set<String> origins) {
        this.origins = origins;
    }

    /**
     * Refuses a handshake from elsewhere, or for another protocol.
     *
     * @throws HttpRefusedException if so
     */
    void check(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !origins.contains(origin) && !isOwn(origin, request.getHeader(HttpHeaders.HOST))) {
            throw new HttpRefusedException(
                    403,
                    ErrorCode.FORBIDDEN,
                    "Pages of \"" + origin + "\" may not open a WebSocket here; the server's owner can let them"
                            + " (quipu.api.websocket-origins).");
        }
        List<String> protocols = request.headers().getAll("Sec-WebSocket-Protocol");
        if (protocols.stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .noneMatch(value -> value.strip().equals(PROTOCOL))) {
            throw HttpRefusedException.badRequest("The WebSocket has not the protocol " + PROTOCOL + "; ask for it.");
        }
    }

    private static boolean isOwn(String origin, @Nullable String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && host != null && authority.equals(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false; // "null" and worse
        }
    }
}
