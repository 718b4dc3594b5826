package dev.quipu.db.version;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Tries again what did not get its locks. */
@ApplicationScoped
class Patience {

    /** @throws Exception of the last try */
    @Retry(delay = 2000, jitter = 1000, retryOn = LocksHeldException.class)
    void attempt(Attempt attempt) throws Exception {
        attempt.make();
    }

    /** Work that goes on from where the last try came to. */
    interface Attempt {
        void make() throws Exception;
    }
}
