package dev.quipu.graphql.fetch;

import dev.quipu.account.NewPassword;
import dev.quipu.mutation.Command;
import java.util.List;

/**
 * One root field of a mutation, understood but not carried out: that happens to all root fields of an operation together.
 *
 * @param payload what the client wants to know afterwards
 * @param passwords that it sets, to be hashed before the transaction
 */
public record PlannedMutation(Command command, List<PayloadPart> payload, Finish finish, List<NewPassword> passwords) {

    public PlannedMutation {
        payload = List.copyOf(payload);
        passwords = List.copyOf(passwords);
    }

    /** A root field that is written as code, whose answer is made of what the code returned. */
    public static PlannedMutation ofCode(Command.Call call, CodeAnswer answer, Finish finish) {
        return new PlannedMutation(call, List.of(new PayloadPart.Whole(answer)), finish, List.of());
    }
}
