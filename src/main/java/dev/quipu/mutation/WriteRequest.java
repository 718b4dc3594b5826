package dev.quipu.mutation;

import dev.quipu.security.Access;
import java.util.List;

/**
 * What is carried out in one transaction, and what its caller wants to know of it.
 *
 * <pre>{@code mutations.run(WriteRequest.unrestricted(commands).previewed(), reading)}</pre>
 *
 * @param access of whom: what they may not do is refused
 * @param preview everything happens and is read, then rolled back
 * @param explain the steps of the rules are written down
 * @param trace the rows that the rules change are noted
 */
public record WriteRequest(List<Command> commands, Access access, boolean preview, boolean explain, boolean trace) {

    public WriteRequest {
        commands = List.copyOf(commands);
    }

    /** Commands that may do everything, and whose caller wants their results and no more. */
    public static WriteRequest unrestricted(List<Command> commands) {
        return new WriteRequest(commands, Access.UNRESTRICTED, false, false, false);
    }

    public WriteRequest previewed() {
        return new WriteRequest(commands, access, true, explain, trace);
    }

    public WriteRequest explained() {
        return new WriteRequest(commands, access, preview, true, trace);
    }

    public WriteRequest traced() {
        return new WriteRequest(commands, access, preview, explain, true);
    }
}
