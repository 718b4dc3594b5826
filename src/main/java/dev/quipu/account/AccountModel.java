package dev.quipu.account;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The entity of the accounts, and which of its attributes mean what.
 *
 * @param roles how HQL reads the names of roles from the account: {@code role.name}
 * @param active null if all accounts are
 */
public record AccountModel(
        EntityModel entity,
        BasicAttribute username,
        BasicAttribute passwordHash,
        BasicAttribute tokenVersion,
        String roles,
        @Nullable BasicAttribute active) {

    /** How a new account's password is called in inputs; no attribute holds it. */
    public static final String PASSWORD = "password";

    /**
     * Reads it.
     *
     * @return null if no entity is marked with {@link Account}
     * @throws IllegalStateException with all that is wrong with the one that is
     */
    public static @Nullable AccountModel of(Model model) {
        return new AccountReader(model).read();
    }

    /** Whether that is the entity of the accounts. */
    public boolean isOf(EntityModel other) {
        return other.name().equals(entity.name());
    }
}
