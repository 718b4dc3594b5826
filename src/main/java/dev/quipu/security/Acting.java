package dev.quipu.security;

import org.jspecify.annotations.Nullable;

/**
 * In whose name the thread at hand changes the database: what stamps and the audit write down. Commands and jobs act in nobody's name.
 *
 * <pre>{@code try (Acting acting = Acting.as(viewer)) { session.persist(post); }}</pre>
 */
public final class Acting implements AutoCloseable {

    private static final ThreadLocal<@Nullable Viewer> VIEWER = new ThreadLocal<>();

    private final @Nullable Viewer before;

    private Acting(@Nullable Viewer before) {
        this.before = before;
    }

    /** From now on, until it is closed. */
    public static Acting as(@Nullable Viewer viewer) {
        Acting acting = new Acting(VIEWER.get());
        VIEWER.set(viewer);
        return acting;
    }

    /** Null if nobody is known. */
    public static @Nullable Viewer viewer() {
        return VIEWER.get();
    }

    @Override
    public void close() {
        if (before == null) {
            VIEWER.remove();
        } else {
            VIEWER.set(before);
        }
    }
}
