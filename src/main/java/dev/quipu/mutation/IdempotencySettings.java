package dev.quipu.mutation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long answers are kept for those who ask again. */
@ConfigMapping(prefix = "quipu.api")
public interface IdempotencySettings {

    /** At least that long; older ones go when others come. */
    @WithDefault("24H")
    Duration idempotencyRetention();
}
