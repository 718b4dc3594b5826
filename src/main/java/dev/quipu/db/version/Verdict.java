package dev.quipu.db.version;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether an application may serve on a database.
 *
 * @param reasons what differs, by kind: {@code pending}, {@code changed}, {@code ahead}; an application that is ready may have one
 */
record Verdict(boolean ready, Map<String, String> reasons) {

    /**
     * A database that is behind, or whose changesets read otherwise here, serves nobody. One that is ahead was brought there by a
     * newer application, beside which those that serve already go on; one that only starts is not to begin.
     *
     * @param goesOn whether the application serves already, or has been told that it may
     */
    static Verdict of(SchemaState state, boolean goesOn) {
        Map<String, String> reasons = new TreeMap<>();
        put("pending", state.pending(), reasons);
        put("changed", state.changed(), reasons);
        boolean fits = reasons.isEmpty();
        put("ahead", state.unknown(), reasons);
        return new Verdict(fits && (goesOn || state.unknown().isEmpty()), reasons);
    }

    private static void put(String reason, List<Changeset> changesets, Map<String, String> reasons) {
        if (!changesets.isEmpty()) {
            reasons.put(reason, String.join(", ", SchemaReport.ids(changesets)));
        }
    }
}
