package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.query.RefusedInputException;
import dev.quipu.security.Access;
import dev.quipu.security.Action;
import dev.quipu.security.Right.Fixed;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells clients what they may do, so that they show no button in vain. */
final class Abilities {

    private final Shown shown;

    Abilities(Model model) {
        this.shown = new Shown(model);
    }

    /**
     * Whether there may be rows with which it is allowed.
     *
     * @throws RefusedInputException if the API shows no such entity or attribute
     */
    boolean can(Access access, Map<String, @Nullable Object> arguments) {
        Action action = (Action) Objects.requireNonNull(arguments.get("action"));
        EntityModel entity = entity(String.valueOf(arguments.get("entity")));
        Object attribute = arguments.get("attribute");
        if (attribute == null) {
            return access.rows(entity, action) != Fixed.NEVER;
        }
        if (action == Action.DELETE || action == Action.RESTORE) {
            throw new RefusedInputException(
                    "attribute stands beside " + action + ", which is about whole rows. Leave it out.");
        }
        requireShown(entity, attribute.toString());
        return access.rows(entity, action) != Fixed.NEVER
                && access.attribute(entity, attribute.toString(), action) != Fixed.NEVER;
    }

    private EntityModel entity(String name) {
        return shown.entities()
                .filter(entity -> entity.name().equals(name))
                .findFirst()
                // without the others' names: whoever may not see the schema may ask here, too
                .orElseThrow(() -> new RefusedInputException("There is no entity \"" + name + "\"."));
    }

    private void requireShown(EntityModel entity, String attribute) {
        if (shown.attributes(entity).noneMatch(one -> one.name().equals(attribute))) {
            throw new RefusedInputException(entity.name() + " has no attribute \"" + attribute + "\".");
        }
    }
}
