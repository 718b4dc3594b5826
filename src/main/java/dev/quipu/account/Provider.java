package dev.quipu.account;

import dev.quipu.security.UnauthenticatedException;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/** An OpenID provider whose tokens count instead of our own, if one is configured. Its keys are fetched again when a token names a new one. */
@Singleton
class Provider {

    private static final Set<SignatureAlgorithm> ALGORITHMS =
            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

    private final String usernameClaim;
    private final @Nullable TokenReader reader;

    Provider(TokenSettings settings) {
        this.usernameClaim = settings.usernameClaim();
        this.reader = settings.jwks()
                .map(URI::toString)
                .map(address -> new TokenReader(
                        new HttpsJwksVerificationKeyResolver(new HttpsJwks(address)), settings, ALGORITHMS))
                .orElse(null);
    }

    boolean present() {
        return reader != null;
    }

    /**
     * Whom the provider's token names.
     *
     * @throws UnauthenticatedException if the token is not valid, or names nobody
     */
    String username(String token) {
        if (reader != null && reader.read(token).getClaimValue(usernameClaim) instanceof String username) {
            return username;
        }
        throw new UnauthenticatedException(Bearers.REFUSAL);
    }
}
