package dev.quipu.account;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and verifies passwords, a few at a time, on threads of its own: a hash takes 19 MiB and some 30 ms of a processor, and whoever
 * sends many requests at once is not to have all of it.
 *
 * <pre>{@code passwords.run(() -> passwords.hash("knots and cords"))}</pre>
 */
@Singleton
public final class Passwords {

    public static final int LENGTH_MIN = 8;
    public static final int LENGTH_MAX = 128;

    private static final int WAITING_FOR_EACH_MAX = 32;

    /** However many processors there are, most of the requests that a server takes at a time are for others. */
    private static final int WAITING_MAX = 50;

    private final Vertx vertx;
    private final int threads;
    private final Semaphore memory;
    private final AtomicInteger busy = new AtomicInteger();
    /** Of no password: verifying it takes as long as any other. */
    private final String nobodys = Argon2id.CURRENT.hash("");

    private @Nullable WorkerExecutor executor;

    Passwords(Vertx vertx, LoginSettings settings) {
        this.vertx = vertx;
        this.threads =
                settings.hashes() > 0 ? settings.hashes() : Runtime.getRuntime().availableProcessors();
        this.memory = new Semaphore(threads, true);
    }

    @PreDestroy
    void close() {
        WorkerExecutor opened = executor;
        if (opened != null) {
            opened.close();
        }
    }

    private synchronized WorkerExecutor executor() {
        if (executor == null) {
            executor = vertx.createSharedWorkerExecutor("quipu-passwords", threads);
        }
        return executor;
    }

    /**
     * Runs what hashes, once a thread is free. To be called within a request, outside of transactions.
     *
     * @throws TooManyAttemptsException if many wait already
     */
    public <T> CompletionStage<T> run(Callable<T> work) {
        Context context = Vertx.currentContext();
        if (context == null) {
            throw new IllegalStateException("passwords are hashed for a request");
        }
        if (busy.incrementAndGet() > Math.min(threads * WAITING_FOR_EACH_MAX, WAITING_MAX)) {
            busy.decrementAndGet();
            throw new TooManyAttemptsException(
                    "So many log in at the moment that others have to wait; try again.", Duration.ofSeconds(1));
        }
        return executor()
                .executeBlocking(work, false)
                .onComplete(done -> busy.decrementAndGet())
                .toCompletionStage();
    }

    /** A hash to store. It takes its time, and waits for others. */
    public String hash(String password) {
        return inTurn(() -> Argon2id.CURRENT.hash(normal(password)));
    }

    private <T> T inTurn(Supplier<T> work) {
        memory.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            memory.release();
        }
    }

    /**
     * Refuses a new password that is too short to be hard to guess, or too long.
     *
     * @throws PasswordRefusedException if so
     */
    public static void requireLength(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < LENGTH_MIN || length > LENGTH_MAX) {
            throw new PasswordRefusedException("A password has " + LENGTH_MIN + " to " + LENGTH_MAX
                    + " characters: fewer are guessed, and more would only take longer to send. This one has " + length
                    + ".");
        }
    }

    /** Whether it is the password of the hash; no hash takes as long, and so does one of another kind, which no password has. */
    boolean matches(String password, @Nullable String hash) {
        String verified = hash != null && Argon2id.reads(hash) ? hash : nobodys;
        boolean matches = inTurn(() -> Argon2id.matches(normal(password), verified));
        return matches && verified.equals(hash);
    }

    /** Whether the hash is to be made anew, since the parameters have changed. */
    static boolean outdated(String hash) {
        return !Argon2id.CURRENT.made(hash);
    }

    /** However a keyboard composes its characters. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
