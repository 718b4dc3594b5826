package dev.quipu.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What tokens are, and whose. */
@ConfigMapping(prefix = "quipu.token")
interface TokenSettings {

    /** A folder with {@code signing.pem}, an RSA key; other {@code .pem} there verify, and do not sign. */
    Optional<Path> keys();

    @WithDefault("15M")
    Duration lifetime();

    /** For how long after a login tokens are renewed. */
    @WithDefault("12H")
    Duration session();

    @WithDefault("quipu")
    String issuer();

    @WithDefault("quipu")
    String audience();

    /** Where an OpenID provider publishes its keys. If it is set, its tokens count, and there is no login here. */
    Optional<URI> jwks();

    /** The claim of the provider's tokens that has the username. */
    @WithDefault("preferred_username")
    String usernameClaim();
}
