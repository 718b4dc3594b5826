package dev.quipu.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The keys that a server in production signs tokens with. */
public final class Keys {

    private Keys() {}

    /** Makes a folder with a key as {@code openssl genpkey} does, for {@code QUIPU_TOKEN_KEYS}. */
    public static String in(Path folder) throws IOException, NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String key = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        Files.writeString(
                Files.createDirectories(folder).resolve("signing.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
        return folder.toString();
    }
}
