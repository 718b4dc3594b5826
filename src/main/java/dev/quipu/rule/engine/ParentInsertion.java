package dev.quipu.rule.engine;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.rule.InsertedParents;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.generator.Assigned;

/**
 * A reference whose target is inserted if it does not exist.
 *
 * @param reference the child's
 * @param parent what it refers to
 * @param columns what is inserted, the id last
 */
record ParentInsertion(ToOneAttribute reference, RuledEntity parent, List<Column> columns) {

    ParentInsertion {
        columns = List.copyOf(columns);
    }

    /** Notes the references of one entity; what is wrong with their targets goes to the problems. */
    static void register(RuledEntity child, Map<String, RuledEntity> entities, Problems problems) {
        child.model.toOnes().forEach(reference -> {
            RuledEntity parent = Objects.requireNonNull(entities.get(reference.target()));
            if (InsertedParents.inserts(child.model, reference, parent.model)) {
                refuse(parent, child, problems);
                child.insertions.add(new ParentInsertion(reference, parent, columns(parent)));
            }
        });
    }

    private static List<Column> columns(RuledEntity parent) {
        Stream<Column> columns = parent.model
                .basics()
                .filter(attribute -> attribute.position() >= 0
                        && !attribute.computed()
                        && Column.supports(attribute, parent.persister))
                .map(attribute -> Column.of(parent, attribute.position()));
        return Stream.concat(columns, Stream.of(Column.of(parent, parent.idPosition())))
                .toList();
    }

    private static void refuse(RuledEntity parent, RuledEntity child, Problems problems) {
        String made = "a " + parent.name() + " that its first " + child.name() + " inserts (insertParent = true)";
        if (!(parent.persister.getGenerator() instanceof Assigned)) {
            problems.add(
                    122,
                    parent.name() + "." + parent.model.id().name(),
                    "is generated, so nothing can name " + made
                            + ". Leave out @GeneratedValue and let the application assign it, or leave out insertParent.");
        }
        for (AttributeModel attribute : parent.model.attributes().values()) {
            if (isMissing(parent, attribute)) {
                problems.add(
                        123,
                        parent.name() + "." + attribute.name(),
                        "is mandatory, and " + made
                                + " would have none. Initialise it in Java, derive it, or let it be null.");
            } else if (attribute instanceof BasicAttribute basic
                    && basic.initialValue() != null
                    && !Column.supports(basic, parent.persister)) {
                problems.add(
                        124,
                        parent.name() + "." + attribute.name(),
                        "is initialised with a " + basic.type().getSimpleName() + ", which rules cannot write into "
                                + made + ". Let it be null at first.");
            }
        }
    }

    private static boolean isMissing(RuledEntity parent, AttributeModel attribute) {
        if (attribute instanceof ToOneAttribute reference) {
            return !reference.nullable();
        }
        return attribute instanceof BasicAttribute basic
                && !basic.nullable()
                && !basic.derived()
                && basic.initialValue() == null
                && !basic.equals(parent.model.id())
                && !basic.equals(parent.model.version());
    }
}
