package dev.quipu.bench.api;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The least that an HTTP server with PostgreSQL can do: the same HTTP server and as many workers as Quipu's, each with a connection
 * of its own and its statements prepared, and no GraphQL, no entities, no transactions but where there are several statements.
 * {@code POST /Q1} with the parameters as a JSON object answers what Quipu answers.
 */
public final class FloorServer extends AbstractVerticle {

    private static final int WORKERS = 16;
    private static String url = "";

    private static final ThreadLocal<Floor> FLOOR = ThreadLocal.withInitial(Floor::new);

    /** @param arguments the JDBC URL, the port */
    public static void main(String[] arguments) {
        url = arguments[0];
        int port = Integer.parseInt(arguments[1]);
        DeploymentOptions options = new DeploymentOptions()
                .setInstances(Runtime.getRuntime().availableProcessors() * 2)
                .setConfig(new JsonObject().put("port", port));
        Vertx.vertx(new VertxOptions().setWorkerPoolSize(WORKERS))
                .deployVerticle(FloorServer.class, options)
                .onSuccess(deployed -> System.out.println("Floor at http://localhost:" + port))
                .onFailure(Throwable::printStackTrace);
    }

    @Override
    public void start() {
        vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
                .listen(config().getInteger("port"), "localhost");
    }

    private void answer(HttpServerRequest request, Buffer body) {
        Workload workload = Workload.valueOf(request.path().substring(1));
        vertx.executeBlocking(
                        () -> FLOOR.get().answer(workload, body.toJsonObject().getMap()), false)
                .onSuccess(answer -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end(answer))
                .onFailure(problem -> {
                    problem.printStackTrace();
                    request.response().setStatusCode(500).end(problem.toString());
                });
    }

    /** One worker's connection. */
    private static final class Floor {

        private final Connection connection;
        private final Map<Workload, List<FloorStatement>> statements = new EnumMap<>(Workload.class);

        Floor() {
            try {
                connection = DriverManager.getConnection(url);
                for (Workload workload : Workload.values()) {
                    List<FloorStatement> prepared = new ArrayList<>();
                    for (String sql : workload.statements()) {
                        prepared.add(new FloorStatement(connection, sql));
                    }
                    statements.put(workload, prepared);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        String answer(Workload workload, Map<String, Object> parameters) throws SQLException {
            List<FloorStatement> all = statements.get(workload);
            connection.setAutoCommit(all.size() == 1);
            try {
                Object result = null;
                for (int i = 0; i < all.size(); i++) {
                    result = all.get(i).run(parameters);
                    parameters.put("result" + (i + 1), result);
                }
                if (all.size() > 1) {
                    connection.commit();
                }
                return String.valueOf(result);
            } catch (SQLException e) {
                if (all.size() > 1) {
                    connection.rollback();
                }
                throw e;
            }
        }
    }
}
