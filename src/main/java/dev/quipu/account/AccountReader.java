package dev.quipu.account;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.Nearest;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import jakarta.persistence.Column;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@link Account}, and collects what does not fit its entity. */
final class AccountReader {

    private static final Set<Class<?>> NUMBERS = Set.of(Integer.class, Long.class);

    private final Model model;
    private final List<String> problems = new ArrayList<>();

    AccountReader(Model model) {
        this.model = model;
    }

    @Nullable
    AccountModel read() {
        List<EntityModel> marked = model.entities().stream()
                .filter(entity -> entity.javaType().isAnnotationPresent(Account.class))
                .toList();
        if (marked.isEmpty()) {
            return null;
        }
        if (marked.size() > 1) {
            throw new IllegalStateException("SEC-203 "
                    + String.join(", ", marked.stream().map(EntityModel::name).toList())
                    + " are all marked with @Account. Keep one.");
        }
        return read(marked.get(0));
    }

    private AccountModel read(EntityModel entity) {
        Account names = Objects.requireNonNull(entity.javaType().getAnnotation(Account.class));
        BasicAttribute username = basic(entity, "username", names.username());
        BasicAttribute hash = basic(entity, "passwordHash", names.passwordHash());
        BasicAttribute version = basic(entity, "tokenVersion", names.tokenVersion());
        BasicAttribute active = names.active().isEmpty() ? null : basic(entity, "active", names.active());
        requireRoles(entity, names.roles());
        if (entity.hidden()) {
            problems.add(
                    "SEC-210 " + entity.name()
                            + " is marked with @Account and @Hidden, but login answers with it. Show it; its grants say who reads what.");
        }
        check(entity, username, String.class.equals(type(username)) && isKey(entity, username), "a unique text");
        check(
                entity,
                hash,
                hash != null
                        && hash.type().equals(String.class)
                        && hash.length() >= Argon2id.LENGTH
                        && isKept(entity, hash),
                "a text of " + Argon2id.LENGTH + " characters or more, @Hidden, with @Column(updatable = false)");
        check(
                entity,
                version,
                NUMBERS.contains(type(version)) && isKept(entity, version),
                "an int or long, @Hidden, with @Column(updatable = false)");
        check(entity, active, active == null || Boolean.class.equals(type(active)), "a boolean");
        if (!problems.isEmpty() || username == null || hash == null || version == null) {
            throw new IllegalStateException(String.join("\n", problems));
        }
        return new AccountModel(entity, username, hash, version, names.roles(), active);
    }

    private static Class<?> type(@Nullable BasicAttribute attribute) {
        return attribute == null ? Void.class : attribute.type();
    }

    private void check(EntityModel entity, @Nullable BasicAttribute attribute, boolean fits, String wanted) {
        if (attribute != null && !fits) {
            problems.add("SEC-202 " + entity.name() + "." + attribute.name()
                    + " is none that @Account can use: it wants " + wanted + ".");
        }
    }

    private static boolean isKey(EntityModel entity, @Nullable BasicAttribute username) {
        return username != null
                && !username.nullable()
                && entity.uniqueKeys().stream().anyMatch(key -> key.attributes().equals(List.of(username.name())));
    }

    /** Whether neither clients nor sessions write it. */
    private static boolean isKept(EntityModel entity, @Nullable BasicAttribute attribute) {
        return attribute != null && attribute.hidden() && !updatable(entity.javaType(), attribute.name());
    }

    private static boolean updatable(@Nullable Class<?> type, String name) {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    Column column = field.getAnnotation(Column.class);
                    return column == null || column.updatable();
                }
            }
        }
        return true;
    }

    private @Nullable BasicAttribute basic(EntityModel entity, String member, String name) {
        if (entity.attribute(name) instanceof BasicAttribute basic) {
            return basic;
        }
        problems.add(missing(entity, member, name));
        return null;
    }

    private void requireRoles(EntityModel entity, String path) {
        String[] parts = path.split("\\.", 2);
        AttributeModel first = entity.attribute(parts[0]);
        EntityModel target = first instanceof ToOneAttribute reference
                ? model.entity(reference.target())
                : first instanceof ToManyAttribute collection ? model.entity(collection.target()) : null;
        if (target == null && (first == null || parts.length == 2)) {
            problems.add(missing(entity, "roles", parts[0]));
        } else if (target != null && (parts.length == 1 || !(target.attribute(parts[1]) instanceof BasicAttribute))) {
            problems.add(missing(target, "roles", parts.length == 1 ? "" : parts[1]));
        }
    }

    private static String missing(EntityModel entity, String member, String name) {
        String nearest = Nearest.to(name, entity.attributes().keySet());
        return "SEC-201 @Account(" + member + "): " + entity.name() + " has no attribute \"" + name
                + "\" that it can use (it has "
                + String.join(", ", entity.attributes().keySet()) + ")."
                + (nearest == null || nearest.equals(name) ? "" : " Maybe \"" + nearest + "\"?");
    }
}
