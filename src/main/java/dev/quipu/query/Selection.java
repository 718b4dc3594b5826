package dev.quipu.query;

import dev.quipu.model.EntityModel;
import java.util.List;

/**
 * What is asked of one row: the neutral value between the API, which makes it, and the compiler, which answers it.
 *
 * <pre>{@code new Selection(order, List.of(new Output.Attribute("total", amountTotal)))}</pre>
 *
 * @param outputs the parts of the answer, in its order
 */
public record Selection(EntityModel entity, List<Output> outputs) {

    public Selection {
        outputs = List.copyOf(outputs);
    }
}
