package dev.quipu.graphql.fetch;

import dev.quipu.graphql.Json;
import dev.quipu.graphql.limit.Limits;
import dev.quipu.query.Reader;
import dev.quipu.security.Access;
import graphql.schema.DataFetchingEnvironment;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Runs the reads of a query. Root fields are called on the event loop and run side by side, so each gets a worker thread and a
 * session of its own.
 */
@Singleton
public class Reads {

    private final SessionFactory sessions;
    private final CodeValues code;
    private final int secondsMax;

    Reads(SessionFactory sessions, CodeValues code, Limits limits) {
        this.sessions = sessions;
        this.code = code;
        this.secondsMax = Math.toIntExact(limits.statement().toSeconds());
    }

    /** A read that gives finished JSON, or null. */
    interface Read {

        @Nullable
        String from(Reader reader, StatelessSession session);
    }

    /** The answer once it is there. */
    CompletionStage<@Nullable Json> json(DataFetchingEnvironment environment, Read read) {
        UnsetOperands.refuse(environment);
        Context context = Vertx.currentContext();
        if (context == null) {
            throw new IllegalStateException("root fields are answered within a request");
        }
        return context.executeBlocking(() -> answer(environment, read), false).toCompletionStage();
    }

    /** What somebody reads, on the worker thread at hand; what code computes is not in it yet. */
    @Nullable
    Json now(Access access, Read read) {
        return answer(new Reader(access, secondsMax), read);
    }

    private @Nullable Json answer(DataFetchingEnvironment environment, Read read) {
        Json answer = answer(new Reader(Asker.access(environment), secondsMax), read);
        return answer == null ? null : new Finish(code, environment).whole(answer);
    }

    private @Nullable Json answer(Reader reader, Read read) {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return Json.orNull(read.from(reader, session));
        }
    }
}
