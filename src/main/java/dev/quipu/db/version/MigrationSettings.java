package dev.quipu.db.version;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How migrations behave beside others. */
@ConfigMapping(prefix = "quipu.db")
interface MigrationSettings {

    /** Whether the schema is brought up to date when the application starts to serve. */
    boolean migrateAtStart();

    /** How long a migrator waits for another to end. */
    Duration migrationWait();

    /** How long a statement of a migration waits for a lock: so long wait those who come after it. */
    Duration lockTimeout();

    /** How often it tries again then. */
    int lockRetries();

    /** Whether an application may begin to serve on a schema that is ahead of it. */
    boolean serveAhead();
}
