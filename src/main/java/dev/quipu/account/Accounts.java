package dev.quipu.account;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.query.Operands;
import dev.quipu.query.RefusedInputException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Reads accounts, and writes hashes and token versions, each with one statement that looks at what it replaces. No session writes
 * those columns, and the version of the row stays what it is: nobody who changes an account meets somebody who logs out.
 */
@Singleton
class Accounts {

    private final @Nullable AccountModel model;
    private final SessionFactory sessions;
    private final DataSource database;

    Accounts(Model model, SessionFactory sessions, DataSource database) {
        this.model = AccountModel.of(model);
        this.sessions = sessions;
        this.database = database;
    }

    /** Null if there are no accounts at all. */
    @Nullable
    AccountModel model() {
        return model;
    }

    @Nullable
    StoredAccount byUsername(String username) {
        return model == null ? null : find(model, model.username(), username);
    }

    /** @param id as a token has it */
    @Nullable
    StoredAccount byId(String id) {
        try {
            return model == null
                    ? null
                    : find(
                            model,
                            model.entity().id(),
                            Operands.id(model.entity().id(), id));
        } catch (RefusedInputException e) {
            return null;
        }
    }

    private @Nullable StoredAccount find(AccountModel accounts, BasicAttribute key, Object value) {
        List<Object[]> rows;
        try (StatelessSession session = sessions.openStatelessSession()) {
            rows = session.createSelectionQuery(hql(accounts, key), Object[].class)
                    .setParameter("value", value)
                    .getResultList();
        }
        if (rows.isEmpty()) {
            return null;
        }
        Set<String> roles = new LinkedHashSet<>();
        rows.stream().map(row -> row[5]).forEach(role -> {
            if (role != null) {
                roles.add(role.toString());
            }
        });
        Object[] row = rows.get(0);
        return new StoredAccount(
                row[0], (String) row[1], (String) row[2], (Boolean) row[3], ((Number) row[4]).longValue(), roles);
    }

    private static String hql(AccountModel accounts, BasicAttribute key) {
        int end = accounts.roles().indexOf('.');
        BasicAttribute active = accounts.active();
        return "select a." + accounts.entity().id().name() + ", a."
                + accounts.username().name() + ", a." + accounts.passwordHash().name() + ", "
                + (active == null ? "true" : "a." + active.name()) + ", a."
                + accounts.tokenVersion().name() + ", "
                + (end < 0 ? "a." + accounts.roles() : "r" + accounts.roles().substring(end))
                + " from " + accounts.entity().name() + " a"
                + (end < 0 ? "" : " left join a." + accounts.roles().substring(0, end) + " r")
                + " where a." + key.name() + " = :value";
    }

    /** Ends all sessions of the account; whether its tokens were still of that version. */
    boolean endSessions(StoredAccount account) {
        return update("%2$s = %2$s + 1", "%2$s = ?", account.id(), account.tokenVersion());
    }

    /** Replaces the password and ends all sessions; whether nobody else had done so. */
    boolean changePassword(StoredAccount account, String hash) {
        return update(
                "%1$s = ?, %2$s = %2$s + 1",
                "%1$s = ? and %2$s = ?", hash, account.id(), account.passwordHash(), account.tokenVersion());
    }

    /** Stores the same password's hash with other parameters, if it is the same still. */
    void rehash(StoredAccount account, String hash) {
        update("%1$s = ?", "%1$s = ?", hash, account.id(), account.passwordHash());
    }

    /** {@code %1$s} stands for the column of the hash, {@code %2$s} for that of the token version. */
    private boolean update(String assignments, String condition, @Nullable Object... values) {
        AccountModel accounts = Objects.requireNonNull(model, "an account was found");
        EntityModel entity = accounts.entity();
        String sql = ("update %3$s set " + assignments + " where %4$s = ? and " + condition)
                .formatted(
                        accounts.passwordHash().column(),
                        accounts.tokenVersion().column(),
                        entity.table(),
                        entity.id().column());
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("The account could not be changed", e);
        }
    }
}
