package dev.quipu.mutation;

import static dev.quipu.security.Right.Fixed.ALWAYS;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.EntityModel;
import dev.quipu.query.Condition.Granted;
import dev.quipu.security.Access;
import dev.quipu.security.Action;
import dev.quipu.security.Right;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a row must meet so that somebody may do something with it, as far as that depends on the row.
 *
 * @param attributes in which it is done, if they have conditions of their own
 */
record Demand(EntityModel entity, Action action, List<String> attributes) {

    Demand {
        attributes = List.copyOf(attributes);
    }

    /** Null if it does not depend on the row. */
    static @Nullable Demand of(Access access, Action action, EntityModel entity, Collection<String> attributes) {
        Right rows = access.rows(entity, action);
        List<String> own = attributes.stream()
                .filter(attribute -> access.attribute(entity, attribute, action) != ALWAYS)
                .sorted()
                .toList();
        return rows == ALWAYS && own.isEmpty() ? null : new Demand(entity, action, own);
    }

    Granted granted() {
        return new Granted(
                entity,
                action,
                attributes.stream()
                        .<AttributeModel>map(name -> Objects.requireNonNull(entity.attribute(name), name))
                        .toList());
    }

    /** Demands that are the same have the same. */
    String key() {
        return entity.name() + " " + action + " " + attributes;
    }

    /** For messages: {@code Changing avatar, email of User 3}, {@code Creating this Post}. */
    String of(@Nullable Object id) {
        String written = attributes.isEmpty() ? "" : attributes.stream().collect(Collectors.joining(", ", " ", " of"));
        return doing(action) + written + (id == null ? " this " : " ") + entity.name() + (id == null ? "" : " " + id);
    }

    /** As the beginning of a sentence. */
    static String doing(Action action) {
        return switch (action) {
            case READ -> "Reading";
            case CREATE -> "Creating";
            case UPDATE -> "Changing";
            case DELETE -> "Deleting";
            case RESTORE -> "Restoring";
        };
    }
}
