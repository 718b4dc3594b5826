package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.Nearest;
import dev.quipu.query.RefusedInputException;
import dev.quipu.security.Access;
import dev.quipu.security.Action;
import dev.quipu.security.Right.Fixed;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells clients what they may do, so that they show no button in vain. */
final class Permissions {

    private final Shown shown;

    Permissions(Model model) {
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
                .orElseThrow(() -> missing(
                        "There is no entity",
                        name,
                        shown.entities().map(EntityModel::name).toList()));
    }

    private void requireShown(EntityModel entity, String attribute) {
        Collection<String> names =
                shown.attributes(entity).map(AttributeModel::name).toList();
        if (!names.contains(attribute)) {
            throw missing(entity.name() + " has no attribute", attribute, names);
        }
    }

    private static RefusedInputException missing(String what, String name, Collection<String> names) {
        String nearest = Nearest.to(name, names);
        return new RefusedInputException(what + " \"" + name + "\" (there are " + String.join(", ", names) + ")."
                + (nearest == null ? "" : " Maybe \"" + nearest + "\"?"));
    }
}
