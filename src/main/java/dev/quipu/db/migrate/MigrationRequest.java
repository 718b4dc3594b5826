package dev.quipu.db.migrate;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a migration.
 *
 * @param message what changes; names the file
 * @param renames what has another name
 * @param allowDrop whether rows and values may get lost
 * @param empty whether the file is to be written by hand
 * @param directory where the files of the changelog are
 * @param same says whether something has only another name, if there is anybody to ask
 */
public record MigrationRequest(
        String message,
        List<Rename> renames,
        boolean allowDrop,
        boolean empty,
        Path directory,
        @Nullable Predicate<Rename> same) {}
