package dev.quipu.query;

import dev.quipu.model.EntityModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of many rows: which, in what order, which window of them, and what of that.
 *
 * @param filter the rows that count, or null for all
 * @param ordering total: it ends with the id
 */
public record Page(
        EntityModel entity, @Nullable Condition filter, Ordering ordering, Window window, List<PagePart> parts) {

    public Page {
        parts = List.copyOf(parts);
    }
}
