package dev.quipu.graphql.fetch;

import dev.quipu.account.AccountModel;
import dev.quipu.account.NewPassword;
import dev.quipu.account.PasswordRefusedException;
import dev.quipu.account.Passwords;
import dev.quipu.model.EntityModel;
import dev.quipu.mutation.AttributeWrite;
import dev.quipu.mutation.InputPath;
import dev.quipu.security.Access;
import dev.quipu.security.Action;
import dev.quipu.security.ForbiddenException;
import dev.quipu.security.Right.Fixed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the passwords of new accounts in one root field, wherever accounts are made there. */
final class PasswordReader {

    private final @Nullable AccountModel accounts;
    private final Passwords passwords;
    private final Access access;
    private final List<NewPassword> read = new ArrayList<>();

    PasswordReader(@Nullable AccountModel accounts, Passwords passwords, Access access) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.access = access;
    }

    /**
     * Adds the hash of the row's password to what is written, if the row is an account and has one.
     *
     * @throws ForbiddenException if nobody of these roles sets passwords; nothing is hashed for them
     */
    void read(
            EntityModel entity, Map<String, @Nullable Object> row, InputPath path, Map<String, AttributeWrite> writes) {
        if (accounts == null || !accounts.isOf(entity) || !(row.get(AccountModel.PASSWORD) instanceof String given)) {
            return;
        }
        String attribute = accounts.passwordHash().name();
        if (access.attribute(entity, attribute, Action.CREATE) == Fixed.NEVER) {
            throw new ForbiddenException("Writing " + entity.name() + "." + AccountModel.PASSWORD);
        }
        InputPath place = path.then(AccountModel.PASSWORD);
        try {
            NewPassword password = new NewPassword(passwords, given);
            read.add(password);
            writes.put(attribute, new AttributeWrite.Later(place, password));
        } catch (PasswordRefusedException e) {
            throw new InputProblemException(place, String.valueOf(e.getMessage()));
        }
    }

    List<NewPassword> all() {
        return read;
    }
}
