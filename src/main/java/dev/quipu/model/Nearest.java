package dev.quipu.model;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Finds the name that somebody probably meant. */
public final class Nearest {

    private static final int FAR = 4;

    private Nearest() {}

    /** The name that is fewest letters away, null if none is near. */
    public static @Nullable String to(String missing, Collection<String> names) {
        LevenshteinDistance distance = new LevenshteinDistance(FAR);
        return names.stream()
                .filter(name -> distance.apply(missing, name) >= 0)
                .min(Comparator.comparingInt(name -> distance.apply(missing, name)))
                .orElse(null);
    }
}
