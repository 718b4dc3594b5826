package dev.quipu.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sees at the start of a server that somebody will be able to use it, and says aloud if everybody is. */
@ApplicationScoped
class LoginStart {

    private static final Logger LOG = Logger.getLogger("dev.quipu");

    void check(
            @Observes StartupEvent started,
            Accounts accounts,
            Tokens tokens,
            Provider provider,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves,
            @ConfigProperty(name = "quipu.security.anonymous-role") Optional<String> anonymousRole) {
        if (!serves) {
            return;
        }
        anonymousRole.ifPresent(role ->
                LOG.warnf("Everybody without a token acts as %s, since quipu.security.anonymous-role is set.", role));
        if (accounts.model() != null && !provider.present() && tokens.keys() == null && anonymousRole.isEmpty()) {
            throw new IllegalStateException("SEC-204 Nobody could use this server: it has no keys for tokens."
                    + " Set QUIPU_TOKEN_KEYS to a folder with a private key signing.pem (openssl genpkey -algorithm RSA"
                    + " -pkeyopt rsa_keygen_bits:3072 -out signing.pem), or QUIPU_TOKEN_JWKS to the keys of an OpenID provider,"
                    + " or QUIPU_SECURITY_ANONYMOUS_ROLE to the role as which everybody acts.");
        }
    }
}
