package dev.quipu.db.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way that was gone.
 *
 * @param steps the changesets that were applied or taken back, in that order
 * @param version where the database stands now; null if it has had no changeset
 */
public record Migration(List<Changeset> steps, @Nullable AppliedChangeset version) {}
