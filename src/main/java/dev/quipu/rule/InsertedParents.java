package dev.quipu.rule;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import org.jspecify.annotations.Nullable;

/** Knows the references whose target a rule inserts if it does not exist; see {@link SumOf#insertParent()}. */
public final class InsertedParents {

    private InsertedParents() {}

    /** Whether a row of that entity may refer to a row that does not exist. */
    public static boolean inserts(EntityModel child, ToOneAttribute reference, EntityModel parent) {
        return parent.basics().anyMatch(attribute -> inserts(child, reference, parent, attribute));
    }

    private static boolean inserts(
            EntityModel child, ToOneAttribute reference, EntityModel parent, BasicAttribute attribute) {
        String elements = elements(attribute);
        return elements != null
                && parent.attribute(elements.split("\\.", -1)[0]) instanceof ToManyAttribute collection
                && collection.target().equals(child.name())
                && collection.mappedBy().equals(reference.name());
    }

    private static @Nullable String elements(BasicAttribute attribute) {
        if (attribute.rule() instanceof SumOf sum && sum.insertParent()) {
            return sum.value();
        }
        return attribute.rule() instanceof CountOf count && count.insertParent() ? count.value() : null;
    }
}
