package dev.quipu.graphql.http;

import dev.quipu.account.LoggedIn;
import dev.quipu.graphql.ApiSettings;
import dev.quipu.graphql.ErrorCode;
import dev.quipu.graphql.limit.InputBounds;
import dev.quipu.graphql.limit.Limits;
import dev.quipu.graphql.schema.Published;
import dev.quipu.security.UnauthenticatedException;
import graphql.schema.GraphQLSchema;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Takes what comes to the API's path, before SmallRye's own handlers. */
@Singleton
class Endpoint {

    /** After Quarkus' own checks (size, authorization), before SmallRye. */
    private static final int ORDER = -1;

    /** Right after Quarkus' authorization, where SmallRye's own WebSockets come next. */
    private static final int SOCKET_ORDER = -SecurityHandlerPriorities.AUTHORIZATION;

    private final String path;
    private final long bodyMax;
    private final BoundedJson json;
    private final RequestReader reader;
    private final SocketGate sockets;
    private final Identification identification;
    private final ApiSettings settings;
    private final Instance<GraphQLSchema> schema;

    @Inject
    Endpoint(
            @ConfigProperty(name = "quarkus.smallrye-graphql.root-path", defaultValue = "graphql") String path,
            Limits limits,
            InputBounds bounds,
            ApiSettings settings,
            Identification identification,
            Instance<GraphQLSchema> schema) {
        this.path = path.startsWith("/") ? path : "/" + path;
        this.bodyMax = limits.body().asLongValue();
        this.json = new BoundedJson(bounds);
        this.reader = new RequestReader(json);
        this.sockets = new SocketGate(settings.websocketOrigins().orElse(Set.of()));
        this.settings = settings;
        this.identification = identification;
        this.schema = schema;
    }

    void open(@Observes Router router) {
        HttpExecution execution = new HttpExecution();
        router.route(path).order(ORDER).handler(context -> take(context, execution));
        SocketExecution socketExecution = new SocketExecution(json, identification);
        router.route(path).order(SOCKET_ORDER).handler(context -> takeSocket(context, socketExecution));
        router.route(path + "/schema.graphql").order(ORDER).handler(context -> {
            if (!settings.introspection()) {
                context.response().setStatusCode(404).end();
            } else if (context.request().method().equals(HttpMethod.GET)) {
                context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                        .end(Published.document(schema.get()));
            } else {
                context.next();
            }
        });
    }

    private void takeSocket(RoutingContext context, SocketExecution execution) {
        if (!context.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            context.next();
            return;
        }
        try {
            sockets.check(context.request());
            context.request().pause(); // or the handshake is over before anybody takes it
            identified(context, MediaType.JSON, sender -> {
                context.request().resume();
                execution.handle(context);
            });
        } catch (HttpRefusedException e) {
            Reply.refuse(context.response(), MediaType.JSON, e);
        }
    }

    private void take(RoutingContext context, HttpExecution execution) {
        HttpServerRequest request = context.request();
        MediaType accepted = MediaType.accepted(request.getHeader(HttpHeaders.ACCEPT));
        MediaType type = accepted == null ? MediaType.JSON : accepted;
        Consumer<HttpRefusedException> refuse = refused -> Reply.refuse(context.response(), type, refused);
        try {
            if (accepted == null) {
                throw new HttpRefusedException(
                        406,
                        ErrorCode.BAD_USER_INPUT,
                        "Answers come as application/json or application/graphql-response+json, in UTF-8; accept one of them.");
            }
            if (request.method().equals(HttpMethod.GET)) {
                JsonObject parameters = reader.parameters(context.queryParams());
                identified(context, type, sender -> execution.execute(context, parameters, type, sender));
            } else if (request.method().equals(HttpMethod.POST)) {
                RequestReader.requireJson(request.headers());
                new BodyReader(request, bodyMax).read(body -> take(context, execution, body, type, refuse), refuse);
            } else {
                context.response().putHeader(HttpHeaders.ALLOW, "GET, POST");
                throw new HttpRefusedException(
                        405,
                        ErrorCode.OPERATION_NOT_ALLOWED,
                        request.method() + " is not for requests; use POST, or GET for queries.");
            }
        } catch (HttpRefusedException e) {
            refuse.accept(e);
        }
    }

    private void take(
            RoutingContext context,
            HttpExecution execution,
            Buffer body,
            MediaType type,
            Consumer<HttpRefusedException> refuse) {
        try {
            JsonObject request = reader.body(body);
            identified(context, type, sender -> execution.execute(context, request, type, sender));
        } catch (HttpRefusedException e) {
            refuse.accept(e);
        }
    }

    /** Goes on with whoever sends the request, null if nobody says; not at all with a token that is not valid. */
    private void identified(RoutingContext context, MediaType type, Consumer<@Nullable LoggedIn> then) {
        try {
            String token = Identification.token(context.request());
            if (token == null) {
                then.accept(null);
                return;
            }
            identification
                    .of(token)
                    .onSuccess(sender -> {
                        try {
                            then.accept(sender);
                        } catch (RuntimeException e) {
                            context.fail(e); // nobody else would answer
                        }
                    })
                    .onFailure(cause -> Reply.fail(context.response(), type, cause));
        } catch (UnauthenticatedException e) {
            Reply.fail(context.response(), type, e);
        }
    }
}
