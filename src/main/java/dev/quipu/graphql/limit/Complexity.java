package dev.quipu.graphql.limit;

import dev.quipu.graphql.fetch.PageSizes;
import graphql.execution.ExecutionContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Estimates what an operation reads: rows times fields, pages within pages multiplied. A connection has as many rows as {@code first}
 * or {@code last} say, else a default page.
 *
 * <pre>{@code complexity.check(context) // orders(first: 20) { nodes { id items(first: 10) { nodes { id amount } } } }: 20 * (2 + 10 * 2)}</pre>
 */
@ApplicationScoped
public class Complexity {

    private final Limits limits;
    private final PageSizes sizes;

    Complexity(Limits limits, PageSizes sizes) {
        this.limits = limits;
        this.sizes = sizes;
    }

    /**
     * Refuses a valid operation that would read too much.
     *
     * @throws TooMuchException if so
     */
    public void check(ExecutionContext context) {
        Conditions conditions = new Conditions(context.getCoercedVariables().toMap(), limits.conditions());
        Estimate estimate = new Estimate(context, sizes.pageSizeDefault(), conditions);
        if (estimate.total() > limits.complexity()) {
            throw new TooMuchException(
                    String.format(
                            "The request may read %,.0f values (rows times fields); the limit is %,d. Most are in %s: %,.0f rows of %d"
                                    + " fields. Ask for fewer rows with first, or for fewer fields.",
                            estimate.total(),
                            limits.complexity(),
                            estimate.costliest().place(),
                            estimate.costliest().rows(),
                            estimate.costliest().fields()),
                    "complexity");
        }
    }
}
