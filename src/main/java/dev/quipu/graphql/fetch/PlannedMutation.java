package dev.quipu.graphql.fetch;

import dev.quipu.mutation.Command;
import java.util.List;

/**
 * One root field of a mutation, understood but not carried out: that happens to all root fields of an operation together.
 *
 * @param payload what the client wants to know afterwards
 */
public record PlannedMutation(Command command, List<PayloadPart> payload, Finish finish) {

    public PlannedMutation {
        payload = List.copyOf(payload);
    }

    /** A root field that is written as code, whose answer is made of what the code returned. */
    public static PlannedMutation ofCode(Command.Call call, CodeAnswer answer, Finish finish) {
        return new PlannedMutation(call, List.of(new PayloadPart.Whole(answer)), finish);
    }
}
