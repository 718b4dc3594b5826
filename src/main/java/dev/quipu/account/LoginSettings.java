package dev.quipu.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often somebody may guess. */
@ConfigMapping(prefix = "quipu.login")
interface LoginSettings {

    /** Attempts an account has within the window, wherever they come from; whoever logs in has them all again. */
    @WithDefault("10")
    long attempts();

    /** Attempts an address has within the window, for whatever accounts; of IPv6 a network of 64 bits. */
    @WithDefault("100")
    long attemptsPerAddress();

    @WithDefault("15M")
    Duration window();

    /** Passwords that are hashed at a time, each in 19 MiB; 0 for as many as there are processors. */
    @WithDefault("0")
    int hashes();
}
