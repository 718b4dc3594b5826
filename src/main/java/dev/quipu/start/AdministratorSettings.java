package dev.quipu.start;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * Who makes role and database in {@code db create}; the configured login itself if nobody is named. {@link DatabaseSettings} reads
 * them before there is an application, which would refuse names that no mapping has.
 */
@ConfigMapping(prefix = "quipu.db.admin")
interface AdministratorSettings {

    Optional<String> username();

    Optional<String> password();
}
