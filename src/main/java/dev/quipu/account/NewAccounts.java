package dev.quipu.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToOneAttribute;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Makes accounts from the command line, through a session, so that rules see them.
 *
 * <pre>{@code accounts.create(accounts.draft("ann", "admin", Map.of("email", "ann@example.org")), "knots and cords")}</pre>
 */
@Singleton
public class NewAccounts {

    private final Model model;
    private final Session session;
    private final Passwords passwords;
    private final ObjectMapper values;

    NewAccounts(Model model, Session session, Passwords passwords, ObjectMapper values) {
        this.model = model;
        this.session = session;
        this.passwords = passwords;
        this.values = values;
    }

    /**
     * An account that could be made.
     *
     * @param attributes by name, in the types of the attributes
     */
    public record Draft(
            AccountModel accounts,
            String username,
            @Nullable String role,
            Map<String, Object> attributes) {}

    /**
     * Looks whether such an account can be made, before anybody types a password.
     *
     * @throws IllegalStateException with all that is wrong or missing
     */
    @Transactional
    public Draft draft(String username, @Nullable String role, Map<String, String> attributes) {
        AccountModel accounts = AccountModel.of(model);
        if (accounts == null) {
            throw new IllegalStateException("SEC-206 There are no accounts: mark their entity with @Account.");
        }
        EntityModel entity = accounts.entity();
        List<String> problems = new ArrayList<>();
        if (username.isBlank()) {
            problems.add("SEC-207 The username is empty.");
        } else if (byKey(entity, accounts.username().name(), username) != null) {
            problems.add(
                    "SEC-207 " + username + " exists already: choose another name, or let them change their password.");
        }
        Map<String, Object> converted = new LinkedHashMap<>();
        attributes.forEach((name, text) -> {
            if (entity.attribute(name) instanceof BasicAttribute attribute && settable(accounts, attribute)) {
                convert(entity, attribute, text, converted, problems);
            } else {
                problems.add("SEC-208 --set " + name + ": " + entity.name()
                        + " has no such attribute that can be set (it has " + String.join(", ", names(accounts))
                        + ").");
            }
        });
        entity.basics()
                .filter(attribute -> settable(accounts, attribute) && required(attribute))
                .map(AttributeModel::name)
                .filter(name -> !attributes.containsKey(name))
                .forEach(name ->
                        problems.add("SEC-208 " + entity.name() + " needs " + name + ": add --set " + name + "=.."));
        if (role != null && !(roleReference(accounts) instanceof ToOneAttribute)) {
            problems.add(
                    "SEC-208 --role " + role + ": roles of " + entity.name() + " are no rows of their own. Use --set.");
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
        return new Draft(accounts, username, role, converted);
    }

    /**
     * Makes the account, and its role if there is none of that name.
     *
     * @throws PasswordRefusedException if the password is too short or too long
     */
    public void create(Draft draft, String password) {
        Passwords.requireLength(password);
        store(draft, passwords.hash(password));
    }

    @Transactional
    void store(Draft draft, String hash) {
        AccountModel accounts = draft.accounts();
        Map<String, Object> state = new LinkedHashMap<>(draft.attributes());
        state.put(accounts.username().name(), draft.username());
        state.put(accounts.passwordHash().name(), hash);
        if (draft.role() != null && roleReference(accounts) instanceof ToOneAttribute reference) {
            state.put(reference.name(), role(accounts, reference, draft.role()));
        }
        persist(accounts.entity(), state);
        session.flush();
    }

    private Object role(AccountModel accounts, ToOneAttribute reference, String name) {
        EntityModel roles = model.entity(reference.target());
        String attribute = accounts.roles().substring(accounts.roles().indexOf('.') + 1);
        Object found = byKey(roles, attribute, name);
        return found == null ? persist(roles, Map.of(attribute, name)) : found;
    }

    private Object persist(EntityModel entity, Map<String, Object> state) {
        EntityPersister persister = session.getSessionFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(entity.entityName());
        Object row = persister.instantiate(null, session.unwrap(SessionImplementor.class));
        state.forEach((name, value) -> persister.setValue(row, persister.getPropertyIndex(name), value));
        session.persist(row);
        return row;
    }

    private @Nullable Object byKey(EntityModel entity, String attribute, String value) {
        return session.createSelectionQuery(
                        "from " + entity.name() + " where " + attribute + " = :value", entity.javaType())
                .setParameter("value", value)
                .getSingleResultOrNull();
    }

    private static @Nullable AttributeModel roleReference(AccountModel accounts) {
        int end = accounts.roles().indexOf('.');
        return end < 0 ? null : accounts.entity().attribute(accounts.roles().substring(0, end));
    }

    private void convert(
            EntityModel entity,
            BasicAttribute attribute,
            String text,
            Map<String, Object> converted,
            List<String> problems) {
        try {
            converted.put(attribute.name(), values.convertValue(text, attribute.type()));
        } catch (IllegalArgumentException e) {
            problems.add("SEC-208 --set " + attribute.name() + "=" + text + ": " + entity.name() + "."
                    + attribute.name() + " takes a " + attribute.type().getSimpleName() + ".");
        }
    }

    private static List<String> names(AccountModel accounts) {
        return accounts.entity()
                .basics()
                .filter(attribute -> settable(accounts, attribute))
                .map(AttributeModel::name)
                .toList();
    }

    private static boolean settable(AccountModel accounts, BasicAttribute attribute) {
        EntityModel entity = accounts.entity();
        return !attribute.hidden()
                && !attribute.derived()
                && !attribute.computed()
                && !attribute.equals(entity.id())
                && !attribute.equals(entity.version())
                && !attribute.equals(entity.deletedAt())
                && !attribute.equals(accounts.username());
    }

    private static boolean required(BasicAttribute attribute) {
        return !attribute.nullable() && attribute.initialValue() == null;
    }
}
