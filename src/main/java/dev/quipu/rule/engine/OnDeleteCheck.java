package dev.quipu.rule.engine;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.SimpleValue;
import org.hibernate.mapping.ToOne;

/** Refuses what the database would do to rows by itself, when a parent is deleted, and rules would have to follow. */
final class OnDeleteCheck {

    private OnDeleteCheck() {}

    static void refuse(RuledEntity entity, Metadata metadata, Problems problems) {
        for (Property property : metadata.getEntityBinding(entity.entityName()).getPropertyClosure()) {
            if (property.getValue() instanceof ToOne reference) {
                Set<OnDeleteAction> actions = actions(entity, property.getName(), reference, metadata);
                refuseAssignment(entity, property.getName(), actions, problems);
                if (actions.contains(OnDeleteAction.CASCADE)) {
                    refuseCascade(entity, property.getName(), problems);
                }
            }
        }
    }

    /** The annotation may stand on the reference and on the parent's collection. */
    private static Set<OnDeleteAction> actions(RuledEntity child, String name, ToOne reference, Metadata metadata) {
        Stream<OnDeleteAction> onCollections = metadata.getCollectionBindings().stream()
                .filter(collection -> name.equals(collection.getMappedByProperty())
                        && collection.getElement() instanceof OneToMany element
                        && element.getReferencedEntityName().equals(child.entityName())
                        && collection.getKey() instanceof SimpleValue)
                .flatMap(collection -> Stream.ofNullable(((SimpleValue) collection.getKey()).getOnDeleteAction()));
        return Stream.concat(Stream.ofNullable(reference.getOnDeleteAction()), onCollections)
                .collect(Collectors.toSet());
    }

    private static void refuseAssignment(
            RuledEntity entity, String name, Set<OnDeleteAction> actions, Problems problems) {
        if (entity.ruled.get(entity.persister.getPropertyIndex(name))) {
            actions.stream()
                    .filter(action -> action == OnDeleteAction.SET_NULL || action == OnDeleteAction.SET_DEFAULT)
                    .forEach(
                            action -> problems.add(
                                    130,
                                    entity.name() + "." + name,
                                    "is read by rules, which would not see the database change it (@OnDelete(" + action
                                            + ")). Leave out @OnDelete, and assign the reference before its target is deleted."));
        }
    }

    /** What its rows give to a parent that goes with them is no loss; another parent would keep it. */
    private static void refuseCascade(RuledEntity entity, String name, Problems problems) {
        Optional<AggregateRule> left = entity.contributions.stream()
                .filter(rule -> !rule.reference().name().equals(name))
                .findFirst();
        left.ifPresent(rule -> problems.add(
                131,
                entity.name() + "." + name,
                "lets the database delete rows (@OnDelete(CASCADE)) that " + rule + " takes in through \""
                        + rule.reference().name() + "\" and would not see go. Leave out @OnDelete, and let the"
                        + " collection of the other side delete them: cascade = CascadeType.REMOVE."));
    }
}
