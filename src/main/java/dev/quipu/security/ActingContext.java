package dev.quipu.security;

import java.util.Map;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/** Code that goes on in another thread goes on in the same name. */
public final class ActingContext implements ThreadContextProvider {

    @Override
    public ThreadContextSnapshot currentContext(Map<String, String> properties) {
        return as(Acting.viewer());
    }

    @Override
    public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
        return as(null);
    }

    @Override
    public String getThreadContextType() {
        return "dev.quipu.security.Acting";
    }

    private static ThreadContextSnapshot as(@Nullable Viewer viewer) {
        return () -> Acting.as(viewer)::close;
    }
}
