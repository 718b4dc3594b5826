package dev.quipu.account;

import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * The keys of tokens.
 *
 * @param all the first signs, all verify; each with its thumbprint as key id
 */
record SigningKeys(List<RsaJsonWebKey> all) {

    private static final String SIGNING = "signing.pem";
    private static final int BITS_MIN = 2048;

    SigningKeys {
        all = List.copyOf(all);
    }

    RsaJsonWebKey signing() {
        return all.get(0);
    }

    /**
     * Reads all keys of a folder.
     *
     * @throws IllegalStateException with what is wrong with each
     */
    static SigningKeys read(Path folder) {
        List<String> problems = new ArrayList<>();
        List<RsaJsonWebKey> keys = new ArrayList<>();
        if (!Files.isRegularFile(folder.resolve(SIGNING))) {
            problems.add("SEC-205 " + folder.toAbsolutePath() + " (quipu.token.keys) has no " + SIGNING
                    + ". Make one: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out " + SIGNING);
        } else {
            for (Path file : files(folder)) {
                try {
                    RsaJsonWebKey key = key(KeyUtils.decodePrivateKey(Files.readString(file)));
                    keys.add(file.endsWith(SIGNING) ? 0 : keys.size(), key);
                } catch (GeneralSecurityException | IOException | RuntimeException e) {
                    problems.add(
                            "SEC-205 " + file.toAbsolutePath() + " is no private RSA key of " + BITS_MIN
                                    + " bits or more in PEM (PKCS#8), or cannot be read. Make it with openssl genpkey, or remove it.");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
        return new SigningKeys(keys);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pem"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key for as long as the process lives. */
    static SigningKeys generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS_MIN);
            return new SigningKeys(List.of(key(generator.generateKeyPair().getPrivate())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** The keys of a folder, which gets one that only its owner may read if it has none. */
    static SigningKeys readOrGenerate(Path folder) {
        Path file = folder.resolve(SIGNING);
        if (!Files.exists(file)) {
            write(file, generate().signing().getPrivateKey());
        }
        return read(folder);
    }

    private static void write(Path file, PrivateKey key) {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        try {
            Files.createDirectories(file.getParent());
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, pem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RsaJsonWebKey key(PrivateKey key) throws GeneralSecurityException {
        if (!(key instanceof RSAPrivateCrtKey rsa) || rsa.getModulus().bitLength() < BITS_MIN) {
            throw new GeneralSecurityException("no RSA key of that length");
        }
        RsaJsonWebKey jwk = new RsaJsonWebKey((RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent())));
        jwk.setPrivateKey(rsa);
        jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
        return jwk;
    }

    /** Without what is private. */
    @Override
    public String toString() {
        return all.stream().map(JsonWebKey::getKeyId).toList().toString();
    }
}
