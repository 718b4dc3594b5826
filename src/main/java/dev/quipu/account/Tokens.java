package dev.quipu.account;

import dev.quipu.security.UnauthenticatedException;
import io.quarkus.runtime.LaunchMode;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/** Makes this server's tokens, and reads them: JWTs, signed with RS256 and nothing else. */
@Singleton
class Tokens {

    private static final String ROLES = "groups";
    private static final String VERSION = "ver";
    private static final String LOGGED_IN_AT = "auth_time";

    private final TokenSettings settings;
    private @Nullable SigningKeys keys;
    private @Nullable TokenReader reader;

    Tokens(TokenSettings settings) {
        this.settings = settings;
    }

    /**
     * The keys; null if there are none.
     *
     * @throws IllegalStateException with what is wrong with those that are configured
     */
    synchronized @Nullable SigningKeys keys() {
        if (keys == null) {
            keys = read(settings.keys().orElse(null), LaunchMode.current());
        }
        return keys;
    }

    private static @Nullable SigningKeys read(@Nullable Path folder, LaunchMode mode) {
        if (folder != null) {
            return mode == LaunchMode.DEVELOPMENT ? SigningKeys.readOrGenerate(folder) : SigningKeys.read(folder);
        }
        return mode.isDevOrTest() ? SigningKeys.generate() : null;
    }

    private SigningKeys requiredKeys() {
        SigningKeys required = keys();
        if (required == null) {
            throw new LoginOffException(
                    "Nobody can log in here: the server has no keys for tokens; its owner can give it some (quipu.token.keys).");
        }
        return required;
    }

    /** Throws {@link LoginOffException} if there are no keys. */
    void requireKeys() {
        requiredKeys();
    }

    /**
     * A new token.
     *
     * @param loggedInAt when the password was given: not long after, tokens end for good
     * @throws UnauthenticatedException if that is too long ago
     */
    Token issue(StoredAccount account, Instant loggedInAt, Instant now) {
        Instant end = loggedInAt.plus(settings.session());
        Instant expiresAt = now.plus(settings.lifetime());
        if (!now.isBefore(end)) {
            throw new UnauthenticatedException("The session is over: log in again.");
        }
        if (expiresAt.isAfter(end)) {
            expiresAt = end;
        }
        expiresAt = Instant.ofEpochSecond(expiresAt.getEpochSecond()); // as the token has it
        RsaJsonWebKey key = requiredKeys().signing();
        String text = Jwt.claims()
                .issuer(settings.issuer())
                .audience(settings.audience())
                .subject(String.valueOf(account.id()))
                .upn(account.username())
                .groups(account.roles())
                .issuedAt(now)
                .expiresAt(expiresAt)
                .claim(VERSION, account.tokenVersion())
                .claim(LOGGED_IN_AT, loggedInAt.getEpochSecond())
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId(key.getKeyId())
                .sign(key.getPrivateKey());
        return new Token(text, expiresAt);
    }

    /**
     * What a token of this server says.
     *
     * @throws UnauthenticatedException if it is none, or not valid any more
     */
    Claims read(String token) {
        JwtClaims claims = reader().read(token);
        try {
            String subject = claims.getSubject();
            Long version = claims.getClaimValue(VERSION, Long.class);
            Long loggedInAt = claims.getClaimValue(LOGGED_IN_AT, Long.class);
            if (subject != null && version != null && loggedInAt != null && claims.hasClaim(ROLES)) {
                Set<String> roles = Set.copyOf(claims.getStringListClaimValue(ROLES));
                return new Claims(subject, version, roles, Instant.ofEpochSecond(loggedInAt));
            }
        } catch (MalformedClaimException e) {
            // told like all others
        }
        throw new UnauthenticatedException(Bearers.REFUSAL);
    }

    private synchronized TokenReader reader() {
        if (reader == null) {
            reader = new TokenReader(ownKeys(requiredKeys()), settings, Set.of(SignatureAlgorithm.RS256));
        }
        return reader;
    }

    private static VerificationKeyResolver ownKeys(SigningKeys keys) {
        return (token, nesting) -> keys.all().stream()
                .filter(key -> key.getKeyId().equals(token.getKeyIdHeaderValue()))
                .findFirst()
                .orElseThrow(() -> new UnresolvableKeyException("No key has that id"))
                .getPublicKey();
    }
}
