package dev.quipu.account;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings as if somebody had made them, with the defaults of all others. */
final class Settings {

    private Settings() {}

    static <T> T of(Class<T> type, Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(type)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(type);
    }
}
