package dev.quipu.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may open a WebSocket. Written on a bare socket, since clients in Java may not choose their Origin. */
@QuarkusTest
class SocketTest {

    private static final int MILLIS_MAX = 10_000;

    @TestHTTPResource("/graphql")
    URI address;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                      | graphql-transport-ws             | 101
            http://HOST               | graphql-transport-ws             | 101
            http://HOST               | graphql-ws, graphql-transport-ws | 101
            https://elsewhere.example | graphql-transport-ws             | 403
            http://HOST.evil.example  | graphql-transport-ws             | 403
            file:                     | graphql-transport-ws             | 403
            none                      | graphql-ws                       | 400
            none                      | none                             | 400
            """)
    void opensForPagesOfItsOwnAndOneProtocol(String origin, String protocols, int status) throws IOException {
        String host = address.getHost() + ":" + address.getPort();
        String handshake = "GET /graphql HTTP/1.1\r\nHost: " + host
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                + (origin == null ? "" : "Origin: " + origin.replace("HOST", host) + "\r\n")
                + (protocols == null ? "" : "Sec-WebSocket-Protocol: " + protocols + "\r\n")
                + "\r\n";

        assertThat(firstLine(handshake)).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
            none                                                                              | 4408
            {                                                                                 | 4400
            []                                                                                | 4400
            {"type": "start"}                                                                 | 4400
            {"type": "subscribe", "payload": {"query": "{ apiVersion }"}}                     | 4400
            {"type": "subscribe", "id": "1"}                                                  | 4400
            {"type": "connection_init", "payload": 1}                                         | 4400
            {"type": "subscribe", "id": "1", "payload": {"query": "{ apiVersion }"}}          | 4401
            {"type": "connection_init"}~{"type": "connection_init"}                           | 4429
            """)
    void closesWithTheCodeOfTheProtocol(String messages, int code) throws Exception {
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(address.toString().replace("http:", "ws:")), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
                        closed.complete(status);
                        return null;
                    }
                })
                .join();
        for (String message : messages == null ? new String[0] : messages.split("~")) {
            socket.sendText(message, true).join();
        }

        assertThat(closed.get(20, TimeUnit.SECONDS)).isEqualTo(code);
    }

    private String firstLine(String request) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(MILLIS_MAX);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            StringBuilder line = new StringBuilder();
            InputStream answer = socket.getInputStream();
            for (int next = answer.read(); next >= 0 && next != '\r'; next = answer.read()) {
                line.append((char) next);
            }
            return line.toString();
        }
    }
}
