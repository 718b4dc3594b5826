package dev.quipu.graphql.http;

import dev.quipu.account.Bearers;
import dev.quipu.account.LoggedIn;
import dev.quipu.graphql.fetch.Asker;
import dev.quipu.security.UnauthenticatedException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sends a request, by the token in its header {@code Authorization}. Whoever shows a token that is not valid is refused, and
 * is not taken for somebody who shows none.
 */
@Singleton
class Identification {

    private static final Pattern BEARER = Pattern.compile("Bearer +([\\w.~+/=-]+)", Pattern.CASE_INSENSITIVE);

    /** Routes are made before there is a database. */
    private final Instance<Bearers> bearers;

    Identification(Instance<Bearers> bearers) {
        this.bearers = bearers;
    }

    /**
     * The token that a request shows; null if none.
     *
     * @throws UnauthenticatedException if it shows something else
     */
    static @Nullable String token(HttpServerRequest request) {
        List<String> shown = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        if (shown.size() > 1) {
            throw new UnauthenticatedException("The header Authorization is given more than once.");
        }
        return shown.isEmpty() ? null : token(shown.get(0));
    }

    /**
     * The token in the value of that header.
     *
     * @throws UnauthenticatedException if there is none in it
     */
    static String token(String authorization) {
        Matcher bearer = BEARER.matcher(authorization.strip());
        if (!bearer.matches()) {
            throw new UnauthenticatedException("The header Authorization has no token: send Authorization: Bearer ..");
        }
        return bearer.group(1);
    }

    /** Whose token it is; fails if it is not valid. */
    Future<LoggedIn> of(String token) {
        Context context = Vertx.currentContext();
        if (context == null) {
            throw new IllegalStateException("a token comes with a request");
        }
        return context.executeBlocking(() -> bearers.get().of(token), false);
    }

    /** Puts into a context from where a request comes, and who sends it. */
    static void describe(HttpServerRequest request, @Nullable LoggedIn sender, Map<String, Object> metaData) {
        metaData.put(Asker.ADDRESS, address(request.remoteAddress()));
        if (sender != null) {
            metaData.put(Asker.LOGGED_IN, sender);
        }
    }

    private static String address(@Nullable SocketAddress remote) {
        if (remote == null) {
            return "unknown";
        }
        return remote.hostAddress() == null ? String.valueOf(remote.host()) : remote.hostAddress();
    }
}
