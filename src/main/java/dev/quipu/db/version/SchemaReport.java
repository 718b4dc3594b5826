package dev.quipu.db.version;

import static java.util.stream.Collectors.joining;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The texts of the command line. Times are UTC. */
public final class SchemaReport {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int INDENT = 9;

    private SchemaReport() {}

    /** The version, and what keeps the database from being as the changelog says. */
    public static String status(SchemaState state) {
        AppliedChangeset version = state.version();
        return line(
                        "version",
                        version == null
                                ? List.of()
                                : List.of(version.changeset().id() + tag(version) + "  " + TIME.format(version.at())))
                + line("pending", ids(state.pending()))
                + line("unknown", ids(state.unknown()))
                + line("changed", ids(state.changed()));
    }

    /** A line of the status; several things stand below each other. */
    public static String line(String name, List<String> what) {
        return padded(name, INDENT) + (what.isEmpty() ? "none" : String.join("\n" + " ".repeat(INDENT), what)) + "\n";
    }

    public static List<String> ids(List<Changeset> changesets) {
        return changesets.stream().map(Changeset::id).toList();
    }

    /** What the database has had, and what is pending: one line each. */
    public static String history(SchemaState state) {
        int width = state.applied().stream()
                .mapToInt(one -> one.changeset().id().length())
                .max()
                .orElse(0);
        width = Math.max(
                width,
                state.pending().stream()
                        .mapToInt(one -> one.id().length())
                        .max()
                        .orElse(0));
        StringBuilder text = new StringBuilder();
        for (AppliedChangeset one : state.applied()) {
            text.append(padded(one.changeset().id(), width))
                    .append("  ")
                    .append(TIME.format(one.at()))
                    .append(tag(one));
            if (state.unknown().contains(one.changeset())) {
                text.append("  unknown");
            }
            if (state.changed().stream().anyMatch(one.changeset()::isSameAs)) {
                text.append("  changed");
            }
            text.append('\n');
        }
        for (Changeset one : state.pending()) {
            text.append(padded(one.id(), width)).append("  pending\n");
        }
        return text.toString();
    }

    /** @param done what was done with each step: "applied", "taken back" */
    public static String migration(Migration migration, String done) {
        int width = migration.steps().stream()
                .mapToInt(one -> one.id().length())
                .max()
                .orElse(0);
        String steps = migration.steps().stream()
                .map(one -> padded(one.id(), width) + "  " + done + "\n")
                .collect(joining());
        AppliedChangeset version = migration.version();
        String place = version == null
                ? "The database has no version."
                : "The database is at " + version.changeset().id() + ".";
        return (steps.isEmpty() ? "Nothing to do. " : steps) + place + "\n";
    }

    private static String tag(AppliedChangeset one) {
        @Nullable String tag = one.changeset().tag();
        return tag == null ? "" : "  " + tag;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
