package dev.quipu.query;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.security.Action;
import java.util.List;

/**
 * Which rows count. Null compares as in SQL: neither a comparison with it nor its negation holds, only {@link Operator#IS_NULL}
 * finds it.
 */
public sealed interface Condition {

    /** All hold; true for none. */
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** At least one holds; false for none. */
    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition part) implements Condition {}

    /** An attribute compares so with a value, which has the type that the operator wants. */
    record Compare(BasicAttribute attribute, Operator operator, Object operand) implements Condition {}

    /** A reference's foreign key compares so with a value; {@code id} is the id that it points to. */
    record CompareKey(ToOneAttribute reference, BasicAttribute id, Operator operator, Object operand)
            implements Condition {}

    /** The referenced row exists and matches. */
    record Referenced(ToOneAttribute reference, EntityModel target, Condition condition) implements Condition {}

    /** So many of the elements match. */
    record Elements(ToManyAttribute collection, EntityModel element, Quantifier quantifier, Condition condition)
            implements Condition {}

    /** What the elements come to compares so. */
    record Aggregated(ToManyAttribute collection, EntityModel element, MeasureCondition condition)
            implements Condition {}

    /** The viewer may do this with the row, and with those attributes of it. */
    record Granted(EntityModel entity, Action action, List<AttributeModel> attributes) implements Condition {
        public Granted {
            attributes = List.copyOf(attributes);
        }
    }

    /** How many elements. */
    enum Quantifier {
        SOME,
        NONE,
        EVERY
    }

    /** What every row fulfils. */
    Condition ANY = new And(List.of());
}
