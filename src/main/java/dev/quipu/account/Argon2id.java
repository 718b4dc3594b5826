package dev.quipu.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, with hashes in the PHC's notation: {@code $argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA}.
 *
 * @param memory in KiB
 * @param iterations over that memory
 * @param parallelism lanes in it
 */
record Argon2id(int memory, int iterations, int parallelism) {

    /** OWASP's, of 2025. Hashes of others are verified with theirs, and made anew at the next login. */
    static final Argon2id CURRENT = new Argon2id(19456, 2, 1);

    /** Of a hash with those parameters. */
    static final int LENGTH = 97;

    private static final Pattern HASH =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    /** A hash with a salt of its own. */
    String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return prefix() + ENCODER.encodeToString(salt) + "$"
                + ENCODER.encodeToString(generate(password, salt, HASH_BYTES));
    }

    /** Whether the hash is one of Argon2id. */
    static boolean reads(String hash) {
        return HASH.matcher(hash).matches();
    }

    /**
     * Whether the hash is one of the password.
     *
     * @throws IllegalArgumentException if it is none of Argon2id
     */
    static boolean matches(String password, String hash) {
        Matcher parts = HASH.matcher(hash);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A stored password is not hashed with Argon2id");
        }
        Argon2id parameters = new Argon2id(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        byte[] stored = Base64.getDecoder().decode(parts.group(5));
        byte[] given = parameters.generate(password, Base64.getDecoder().decode(parts.group(4)), stored.length);
        return MessageDigest.isEqual(stored, given);
    }

    /** Whether the hash was made with these parameters. */
    boolean made(String hash) {
        return hash.startsWith(prefix());
    }

    private String prefix() {
        return "$argon2id$v=19$m=" + memory + ",t=" + iterations + ",p=" + parallelism + "$";
    }

    private byte[] generate(String password, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(iterations)
                .withParallelism(parallelism)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
