package dev.quipu.mutation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long others are waited for. */
@ConfigMapping(prefix = "quipu.limit")
interface LockSettings {

    /** How long a statement waits for a row that another transaction has changed or locked; 0 for as long as that takes. */
    @WithDefault("10s")
    Duration lock();
}
