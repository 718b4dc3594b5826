package dev.quipu.db.version;

import liquibase.change.core.TagDatabaseChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;

/**
 * One step of the schema, which is also the version that it leads to.
 *
 * @param id such as {@code 0002-idempotency}
 * @param file where it stands, in Liquibase's normal form
 * @param tag another name for the version, as Liquibase's {@code tagDatabase} gives it
 */
public record Changeset(
        String id, String author, String file, @Nullable String tag) {

    static Changeset of(ChangeSet changeSet) {
        String tag = changeSet.getChanges().stream()
                .filter(TagDatabaseChange.class::isInstance)
                .map(change -> ((TagDatabaseChange) change).getTag())
                .findFirst()
                .orElse(null);
        return new Changeset(
                changeSet.getId(),
                changeSet.getAuthor(),
                DatabaseChangeLog.normalizePath(changeSet.getFilePath()),
                tag);
    }

    boolean isSameAs(Changeset other) {
        return id.equals(other.id) && author.equals(other.author) && file.equals(other.file);
    }

    /** Whether somebody who says that name means this version. */
    boolean isNamed(String name) {
        return name.equals(id) || name.equals(tag) || name.equals(author + ":" + id);
    }
}
