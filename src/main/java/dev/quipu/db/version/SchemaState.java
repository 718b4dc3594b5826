package dev.quipu.db.version;

import java.util.List;
import java.util.function.Predicate;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a database stands, seen from a changelog.
 *
 * @param applied what the database has had, the first first
 * @param pending what the changelog has and the database has not
 * @param unknown what the database has had and the changelog has not: the database is ahead
 * @param changed what reads differently than when it was applied
 */
public record SchemaState(
        List<AppliedChangeset> applied, List<Changeset> pending, List<Changeset> unknown, List<Changeset> changed) {

    static SchemaState of(List<ChangeSet> changelog, List<AppliedChangeset> applied) {
        return new SchemaState(
                applied,
                changelog.stream()
                        .filter(known -> isPending(known, applied))
                        .map(Changeset::of)
                        .toList(),
                applied.stream()
                        .map(AppliedChangeset::changeset)
                        .filter(Predicate.not(one -> changelog.stream()
                                .anyMatch(known -> Changeset.of(known).isSameAs(one))))
                        .toList(),
                changelog.stream()
                        .filter(known -> !known.isRunOnChange() && !known.isAlwaysRun() && hasChanged(known, applied))
                        .map(Changeset::of)
                        .toList());
    }

    /** The last changeset that the database has had; null if it has had none. */
    public @Nullable AppliedChangeset version() {
        return applied.isEmpty() ? null : applied.get(applied.size() - 1);
    }

    /** Whether the database is as the changelog says. */
    public boolean upToDate() {
        return pending.isEmpty() && unknown.isEmpty() && changed.isEmpty();
    }

    private static boolean isPending(ChangeSet known, List<AppliedChangeset> applied) {
        boolean isApplied = applied.stream().anyMatch(one -> one.changeset().isSameAs(Changeset.of(known)));
        return !isApplied || known.isRunOnChange() && hasChanged(known, applied);
    }

    private static boolean hasChanged(ChangeSet known, List<AppliedChangeset> applied) {
        return applied.stream()
                .filter(one -> one.changeset().isSameAs(Changeset.of(known)))
                .anyMatch(one -> one.checksum() != null && !known.isCheckSumValid(CheckSum.parse(one.checksum())));
    }
}
