package dev.quipu.graphql.fetch;

import dev.quipu.account.NewPassword;
import dev.quipu.query.RefusedInputException;
import java.util.List;

/** The passwords that an operation sets. */
final class NewPasswords {

    /** Some 30 ms of a processor each. */
    private static final int MAX = 10;

    private NewPasswords() {}

    /**
     * Hashes them, while no transaction waits.
     *
     * @throws RefusedInputException if they are too many, or the operation has an idempotency key: what is stored under it is a plain
     *     digest of the request, from which a password could be guessed much faster than from its hash
     */
    static void hash(List<PlannedMutation> planned, WriteOptions options) {
        List<NewPassword> passwords = planned.stream()
                .flatMap(mutation -> mutation.passwords().stream())
                .toList();
        if (passwords.isEmpty()) {
            return;
        }
        if (options.key() != null) {
            throw new RefusedInputException(
                    "An operation that sets a password takes no Idempotency-Key; the unique username keeps it from happening twice.");
        }
        if (passwords.size() > MAX) {
            throw new RefusedInputException("The operation sets " + passwords.size() + " passwords; it may set " + MAX
                    + ". Send the others in operations of their own.");
        }
        passwords.forEach(NewPassword::get);
    }
}
