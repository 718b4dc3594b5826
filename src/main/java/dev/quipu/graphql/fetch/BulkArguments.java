package dev.quipu.graphql.fetch;

import dev.quipu.model.EntityModel;
import dev.quipu.mutation.InputPath;
import dev.quipu.mutation.Matching;
import dev.quipu.query.Condition;
import dev.quipu.query.RefusedInputException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what says which rows, and how many, a mutation writes at once: at most as many as a page may have. */
final class BulkArguments {

    /** Rows that may be written along with each row of a page. */
    private static final int NESTED_MAX = 10;

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

    /** Each row that matches may write all rows that are nested in the patch. */
    void requireAffordable(Matching matching, Map<String, @Nullable Object> patch, InputPath path) {
        long nested = rows(patch);
        long most = (long) NESTED_MAX * sizes.pageSizeMax();
        if (nested * matching.atMost() > most) {
            throw new InputProblemException(
                    path,
                    nested + " rows nested in the patch and atMost " + matching.atMost() + " may come to "
                            + nested * matching.atMost() + " rows; one mutation writes at most " + most
                            + ". Lower atMost, or nest fewer rows");
        }
    }

    /** How many objects stand in lists, on all levels. */
    private static long rows(@Nullable Object input) {
        if (input instanceof Map<?, ?> object) {
            return object.values().stream().mapToLong(BulkArguments::rows).sum();
        }
        return input instanceof List<?> elements
                ? elements.size()
                        + elements.stream().mapToLong(BulkArguments::rows).sum()
                : 0;
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
