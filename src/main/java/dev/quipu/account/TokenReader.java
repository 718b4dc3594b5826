package dev.quipu.account;

import dev.quipu.security.UnauthenticatedException;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * Verifies tokens: signature, algorithm, issuer, audience and time. The token chooses nothing but which of our keys it was signed with;
 * SmallRye's own resolver takes the only key for every key id, and reads a provider's keys with any algorithm that a token names.
 */
final class TokenReader extends DefaultJWTTokenParser {

    private final VerificationKeyResolver keys;
    private final JWTAuthContextInfo expectations = new JWTAuthContextInfo();

    TokenReader(VerificationKeyResolver keys, TokenSettings settings, Set<SignatureAlgorithm> algorithms) {
        this.keys = keys;
        expectations.setSignatureAlgorithm(algorithms);
        expectations.setIssuedBy(settings.issuer());
        expectations.setExpectedAudience(Set.of(settings.audience()));
        expectations.setClockSkew(0);
    }

    @Override
    protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo expected) {
        return keys;
    }

    /**
     * What the token says.
     *
     * @throws UnauthenticatedException if it is none of ours, or not valid any more
     */
    JwtClaims read(String token) {
        try {
            return parse(token, expectations).getJwtClaims();
        } catch (ParseException e) {
            throw new UnauthenticatedException(Bearers.REFUSAL);
        }
    }
}
