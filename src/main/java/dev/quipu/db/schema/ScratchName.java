package dev.quipu.db.schema;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names schemas that nobody else has or guesses. */
public final class ScratchName {

    private static final SecureRandom RANDOM = new SecureRandom();

    private ScratchName() {}

    /** Another one each time, {@code quipu_scratch_} and 32 digits. */
    public static String next() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return "quipu_scratch_" + HexFormat.of().formatHex(bytes);
    }
}
