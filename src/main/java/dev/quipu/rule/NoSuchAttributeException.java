package dev.quipu.rule;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Nearest;
import dev.quipu.model.ToManyAttribute;
import java.util.List;

/** Somebody asked a {@link RowChanged} for an attribute that rows of its entity do not have. */
public final class NoSuchAttributeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NoSuchAttributeException(EntityModel entity, String attribute) {
        super("RULE-301 RowChanged<" + entity.name() + ">: " + explanation(entity, attribute));
    }

    private static String explanation(EntityModel entity, String missing) {
        if (entity.attribute(missing) instanceof ToManyAttribute collection) {
            return "\"" + missing + "\" is a collection, whose elements are rows of their own. Observe RowChanged<"
                    + collection.target() + ">.";
        }
        List<String> names = entity.attributes().values().stream()
                .filter(attribute -> !(attribute instanceof ToManyAttribute))
                .map(AttributeModel::name)
                .toList();
        String nearest = Nearest.to(missing, names);
        return entity.name() + " has no attribute \"" + missing + "\" (it has " + String.join(", ", names) + ")."
                + (nearest == null ? "" : " Maybe \"" + nearest + "\"?");
    }
}
