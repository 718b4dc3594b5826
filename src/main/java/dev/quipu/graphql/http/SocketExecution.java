package dev.quipu.graphql.http;

import io.quarkus.arc.Arc;
import io.quarkus.smallrye.graphql.runtime.SmallRyeGraphQLAbstractHandler;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.graphql.websocket.GraphQLWebSocketSession;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Opens WebSockets and executes what comes through them. */
final class SocketExecution extends SmallRyeGraphQLAbstractHandler {

    private static final long INITIALISATION_MILLIS_MAX = TimeUnit.SECONDS.toMillis(5);

    private final BoundedJson json;
    private final Identification identification;

    SocketExecution(BoundedJson json, Identification identification) {
        super(
                HttpExecution.identity(),
                Arc.container().instance(CurrentVertxRequest.class).get(),
                false);
        this.json = json;
        this.identification = identification;
    }

    @Override
    protected void doHandle(RoutingContext context) {
        Map<String, Object> metaData = getMetaData(context);
        Identification.describe(context.request(), null, metaData);
        String token = Identification.token(context.request());
        context.request()
                .toWebSocket()
                .onSuccess(socket ->
                        open(socket, metaData, new SocketSender(identification, socket, metaData, token), context));
    }

    private void open(
            ServerWebSocket socket, Map<String, Object> metaData, SocketSender sender, RoutingContext context) {
        TransportSocket connection = new TransportSocket(new Session(socket), metaData, json, sender);
        socket.closeHandler(closed -> connection.onClose());
        socket.exceptionHandler(connection::onThrowable);
        socket.textMessageHandler(connection::onMessage);
        context.vertx().setTimer(INITIALISATION_MILLIS_MAX, timer -> connection.requireInitialised());
    }

    /** A socket as SmallRye sees it. */
    private record Session(ServerWebSocket socket) implements GraphQLWebSocketSession {

        @Override
        public void sendMessage(String message) {
            socket.writeTextMessage(message);
        }

        @Override
        public void close(short status, String reason) {
            socket.close(status, reason);
        }

        @Override
        public boolean isClosed() {
            return socket.isClosed();
        }
    }
}
