package dev.quipu.db.migrate;

import io.smallrye.config.ConfigMapping;

/** What dev mode does when the entities and its database differ. */
@ConfigMapping(prefix = "quipu.db")
interface AutoMigrationSettings {

    /** Whether the database follows the entities before there is a version. */
    boolean autoMigrate();
}
