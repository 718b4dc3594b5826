package dev.quipu.db.version;

import dev.quipu.model.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far to go: so many changesets, or to a version. */
public sealed interface Destination {

    /** All that there is. */
    record Last() implements Destination {}

    record Steps(int count) implements Destination {}

    /** @param name the id of a changeset, {@code 0002-idempotency}, or a tag; on the way back that changeset stays */
    record Version(String name) implements Destination {}

    /** @throws SchemaVersionException if both are given, or the count is none */
    static Destination of(@Nullable String version, @Nullable Integer count, Destination otherwise) {
        if (version != null && count != null) {
            throw new SchemaVersionException("DB-101 --to and --count are both given: leave one out.");
        }
        if (count != null && count < 1) {
            throw new SchemaVersionException("DB-101 --count " + count + ": at least 1.");
        }
        if (version != null) {
            return new Version(version);
        }
        return count == null ? otherwise : new Steps(count);
    }

    /**
     * How many of those that are to run lie on the way up.
     *
     * @param toRun in the order of the changelog; some may have run before, and run again
     */
    default int stepsUp(List<Changeset> toRun, SchemaState state) {
        if (this instanceof Steps steps) {
            return Math.min(steps.count(), toRun.size());
        }
        if (this instanceof Version version) {
            int place = last(version.name(), toRun);
            if (place < 0 && last(version.name(), changesets(state)) < 0) {
                throw unknown(version.name(), Stream.concat(changesets(state).stream(), toRun.stream()));
            }
            return place + 1;
        }
        return toRun.size();
    }

    /** How many of those that the database has had are to be taken back. */
    default int stepsDown(SchemaState state) {
        List<Changeset> applied = changesets(state);
        if (this instanceof Steps steps) {
            if (steps.count() > applied.size()) {
                throw new SchemaVersionException("DB-102 --count " + steps.count() + ": the database has had "
                        + applied.size() + " changesets. Give at most that many.");
            }
            return steps.count();
        }
        if (this instanceof Version version) {
            int place = last(version.name(), applied);
            if (place < 0) {
                throw unknown(version.name(), applied.stream());
            }
            return applied.size() - 1 - place;
        }
        return applied.size();
    }

    private static List<Changeset> changesets(SchemaState state) {
        return state.applied().stream().map(AppliedChangeset::changeset).toList();
    }

    private static int last(String name, List<Changeset> changesets) {
        for (int place = changesets.size() - 1; place >= 0; place--) {
            if (changesets.get(place).isNamed(name)) {
                return place;
            }
        }
        return -1;
    }

    private static SchemaVersionException unknown(String name, Stream<Changeset> there) {
        List<String> names = new ArrayList<>();
        there.forEach(changeset -> {
            names.add(changeset.id());
            if (changeset.tag() != null) {
                names.add(changeset.tag());
            }
        });
        String nearest = Nearest.to(name, names);
        return new SchemaVersionException("DB-101 --to " + name + ": no such version (there is "
                + (names.isEmpty() ? "none" : String.join(", ", names)) + ")."
                + (nearest == null ? "" : " Maybe " + nearest + "?"));
    }
}
