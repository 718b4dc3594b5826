package dev.quipu.graphql.schema;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.query.ValueKind;
import java.util.Set;
import java.util.stream.Stream;

/** What a client may write: not the id, the version and the time of deletion, nothing that a rule derives, no stamp, no immutable row. */
final class Writable {

    private static final Set<ValueKind> LITERAL_DEFAULTS =
            Set.of(ValueKind.INT, ValueKind.BIG_INT, ValueKind.FLOAT, ValueKind.BOOLEAN, ValueKind.ENUM);

    private Writable() {}

    static Stream<AttributeModel> attributes(EntityModel entity, SchemaDraft draft) {
        return draft.shown()
                .attributes(entity)
                .filter(attribute -> !attribute.stamped())
                .filter(attribute -> !(attribute instanceof BasicAttribute basic) || writable(entity, basic))
                .filter(attribute -> !(attribute instanceof ToManyAttribute collection)
                        || !draft.shown().target(collection).immutable());
    }

    static boolean writable(EntityModel entity, BasicAttribute attribute) {
        return !attribute.derived()
                && !attribute.computed()
                && !attribute.equals(entity.id())
                && !attribute.equals(entity.version())
                && !attribute.equals(entity.deletedAt());
    }

    /** Whether a new row cannot do without the client's value. */
    static boolean required(BasicAttribute attribute) {
        return !attribute.nullable() && attribute.initialValue() == null;
    }

    /** Whether the schema itself states the initial value, as a default that every client tool shows. */
    static boolean hasLiteralDefault(BasicAttribute attribute) {
        return attribute.initialValue() != null && LITERAL_DEFAULTS.contains(ValueKind.of(attribute));
    }

    /** Whether this reference is a to-one that must have a target. */
    static boolean required(ToOneAttribute reference) {
        return !reference.nullable();
    }
}
