package dev.quipu.query;

import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;

/** The time zones that Java and PostgreSQL know by the same IANA name. */
public final class TimeZones {

    /** Java's own, which stand for no place. */
    private static final String OBSOLETE = "SystemV/";

    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .filter(name -> !name.startsWith(OBSOLETE))
            .collect(Collectors.toUnmodifiableSet());

    private TimeZones() {}

    public static Set<String> names() {
        return NAMES;
    }
}
