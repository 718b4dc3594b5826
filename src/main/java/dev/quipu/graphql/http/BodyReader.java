package dev.quipu.graphql.http;

import dev.quipu.graphql.ErrorCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Collects a body, as long as it is not too long. */
final class BodyReader {

    /** So much of a body that is too long is let go by, so that its sender hears why; then the connection is cut. */
    private static final int IGNORED_FACTOR = 40;

    private final HttpServerRequest request;
    private final long max;
    private final Buffer body = Buffer.buffer();
    private long length;

    BodyReader(HttpServerRequest request, long max) {
        this.request = request;
        this.max = max;
    }

    /** Gives the body once it is there, or why it is not read. A client that goes away gets nothing. */
    void read(Consumer<Buffer> whole, Consumer<HttpRefusedException> refused) {
        request.handler(part -> {
            length += part.length();
            if (length <= max) {
                body.appendBuffer(part);
            } else if (length > max * IGNORED_FACTOR) {
                request.connection().close();
            }
        });
        request.endHandler(end -> {
            if (length > max) {
                refused.accept(new HttpRefusedException(
                        413,
                        ErrorCode.QUERY_TOO_COMPLEX,
                        "The body has " + length + " bytes; the limit is " + max + ". (quipu.limit.body)"));
            } else {
                whole.accept(body);
            }
        });
    }
}
