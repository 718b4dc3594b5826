package dev.quipu.graphql.http;

import io.smallrye.graphql.websocket.GraphQLWebSocketSession;
import io.smallrye.graphql.websocket.graphqltransportws.GraphQLTransportWSSubprotocolHandler;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One connection of {@code graphql-transport-ws}. SmallRye speaks it; here stands what it takes for granted. */
final class TransportSocket extends GraphQLTransportWSSubprotocolHandler {

    private static final short INVALID_MESSAGE = 4400;
    private static final short INITIALISATION_TIMEOUT = 4408;

    /** The longest reason that a WebSocket may close with, in bytes; ours are in ASCII but for what they quote. */
    private static final int REASON_LENGTH_MAX = 60;

    private static final Set<String> TYPES = Set.of("connection_init", "ping", "pong", "subscribe", "complete");
    private static final Set<String> WITH_ID = Set.of("subscribe", "complete");

    private final BoundedJson json;
    private final SocketSender sender;

    TransportSocket(
            GraphQLWebSocketSession session, Map<String, Object> context, BoundedJson json, SocketSender sender) {
        super(session, context);
        this.json = json;
        this.sender = sender;
    }

    /** Closes a connection that has not introduced itself by now. */
    void requireInitialised() {
        if (!connectionInitialized.get() && !session.isClosed()) {
            session.close(INITIALISATION_TIMEOUT, "Connection initialisation timeout");
        }
    }

    @Override
    public void onMessage(String text) {
        try {
            JsonObject message = json.object(text, "The message");
            requireForm(message);
            sender.identify(message.getString("type"), message, () -> onMessage(message));
        } catch (HttpRefusedException e) {
            String reason = String.valueOf(e.getMessage());
            session.close(
                    INVALID_MESSAGE,
                    reason.length() <= REASON_LENGTH_MAX ? reason : reason.substring(0, REASON_LENGTH_MAX));
        }
    }

    private static void requireForm(JsonObject message) {
        String type = text(message.get("type"));
        if (type == null || !TYPES.contains(type)) {
            throw HttpRefusedException.badRequest("The type of the message is none of a client's.");
        }
        if (WITH_ID.contains(type) && text(message.get("id")) == null) {
            throw HttpRefusedException.badRequest("The message has no id.");
        }
        JsonValue payload = message.get("payload");
        boolean absent = payload == null || payload == JsonValue.NULL;
        if (absent ? type.equals("subscribe") : !(payload instanceof JsonObject)) {
            throw HttpRefusedException.badRequest("The payload of the message is no object.");
        }
    }

    /** The text, unless it is none, or empty. */
    private static @Nullable String text(@Nullable JsonValue value) {
        return value instanceof JsonString text && !text.getString().isEmpty() ? text.getString() : null;
    }
}
