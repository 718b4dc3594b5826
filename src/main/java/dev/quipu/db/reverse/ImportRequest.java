package dev.quipu.db.reverse;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to import, and where to.
 *
 * @param tables their names; empty for all
 * @param folder the root of the sources
 * @param changeset the file that the baseline is written to; null for none
 */
public record ImportRequest(
        String url,
        @Nullable String username,
        @Nullable String password,
        String schema,
        Set<String> tables,
        String packageName,
        Path folder,
        @Nullable Path changeset) {}
