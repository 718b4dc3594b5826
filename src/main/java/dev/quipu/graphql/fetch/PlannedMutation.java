package dev.quipu.graphql.fetch;

import dev.quipu.mutation.Command;
import java.util.List;

/**
 * One root field of a mutation, understood but not carried out: that happens to all root fields of an operation together.
 *
 * @param payload what the client wants to know afterwards
 */
public record PlannedMutation(Command command, List<PayloadPart> payload) {

    public PlannedMutation {
        payload = List.copyOf(payload);
    }
}
