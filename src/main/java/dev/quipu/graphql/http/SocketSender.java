package dev.quipu.graphql.http;

import dev.quipu.graphql.fetch.Asker;
import dev.quipu.security.UnauthenticatedException;
import io.vertx.core.http.ServerWebSocket;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is at the other end of a WebSocket. They show their token in the handshake, or in {@code connection_init}, for browsers can
 * choose no headers there; it is looked at again for each operation, since a socket may outlive it.
 */
final class SocketSender {

    private static final short UNAUTHORIZED = 4401;
    private static final short TRY_AGAIN_LATER = 1013;
    private static final short FORBIDDEN = 4403;
    private static final String INIT = "connection_init";

    private final Identification identification;
    private final ServerWebSocket socket;
    private final Map<String, Object> context;
    private @Nullable String token;

    SocketSender(
            Identification identification,
            ServerWebSocket socket,
            Map<String, Object> context,
            @Nullable String token) {
        this.identification = identification;
        this.socket = socket;
        this.context = context;
        this.token = token;
    }

    /** Goes on with the message once the context says who sends it; closes the socket if the token is not valid. */
    void identify(String type, JsonObject message, Runnable then) {
        boolean init = type.equals(INIT);
        try {
            token = init ? shown(message, token) : token;
        } catch (UnauthenticatedException e) {
            socket.close(FORBIDDEN, "Forbidden");
            return;
        }
        if (token == null || !(init || type.equals("subscribe"))) {
            then.run();
            return;
        }
        socket.pause(); // messages keep their order
        identification.of(token).onComplete(found -> {
            socket.resume();
            if (found.succeeded()) {
                context.put(Asker.LOGGED_IN, found.result());
                then.run();
            } else if (!(found.cause() instanceof UnauthenticatedException)) {
                socket.close(TRY_AGAIN_LATER, "Try again later");
            } else if (init) {
                socket.close(FORBIDDEN, "Forbidden");
            } else {
                socket.close(UNAUTHORIZED, "Unauthorized");
            }
        });
    }

    private static @Nullable String shown(JsonObject message, @Nullable String before) {
        if (!(message.get("payload") instanceof JsonObject payload)) {
            return before;
        }
        String shown = before;
        for (String name : payload.keySet()) {
            if (name.equalsIgnoreCase("authorization")) {
                shown = Identification.token(payload.get(name) instanceof JsonString text ? text.getString() : "");
            }
        }
        return shown;
    }
}
