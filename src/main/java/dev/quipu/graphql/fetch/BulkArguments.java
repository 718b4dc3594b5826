package dev.quipu.graphql.fetch;

import dev.quipu.model.EntityModel;
import dev.quipu.mutation.InputPath;
import dev.quipu.mutation.Matching;
import dev.quipu.query.Condition;
import dev.quipu.query.RefusedInputException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what says which rows, and how many, a mutation writes at once: at most as many as a page may have. */
final class BulkArguments {

    private final FilterArguments filters;
    private final PageSizes sizes;

    BulkArguments(FilterArguments filters, PageSizes sizes) {
        this.filters = filters;
        this.sizes = sizes;
    }

    /** From {@code filter} and {@code atMost}; the empty filter matches every row. */
    Matching matching(EntityModel entity, Map<String, @Nullable Object> input, InputPath path) {
        InputPath place = path.then("filter");
        return new Matching(
                entity, filter(entity, input.get("filter"), place), atMost(input.get("atMost"), path), place);
    }

    void requireAffordable(int rows, InputPath path) {
        if (rows > sizes.pageSizeMax()) {
            throw new InputProblemException(
                    path,
                    "These are " + rows + " rows; one mutation takes at most " + sizes.pageSizeMax()
                            + ". Send several");
        }
    }

    private Condition filter(EntityModel entity, @Nullable Object argument, InputPath place) {
        try {
            return Objects.requireNonNull(filters.filter(entity, argument), "the schema requires a filter");
        } catch (RefusedInputException e) {
            throw new InputProblemException(place, String.valueOf(e.getMessage()));
        }
    }

    private int atMost(@Nullable Object argument, InputPath path) {
        int atMost = (Integer) Objects.requireNonNull(argument, "the schema has a default");
        if (atMost < 0 || atMost > sizes.pageSizeMax()) {
            throw new InputProblemException(
                    path.then("atMost"), "atMost takes a number from 0 to " + sizes.pageSizeMax() + ", not " + atMost);
        }
        return atMost;
    }
}
