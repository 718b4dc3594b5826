package dev.quipu.rule.engine;

import dev.quipu.change.Cascade;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.Type;

/** Refuses mappings by which the soft deletion of a row would delete for good what its restoration cannot bring back. */
final class SoftDeletionCheck {

    private SoftDeletionCheck() {}

    static void refuseLosses(RuledEntity entity, Problems problems) {
        if (!entity.model.softDeletable()) {
            return;
        }
        Cascade.from(entity.persister).stream()
                .filter(cascade -> !cascade.reachesSoftDeletable())
                .forEach(cascade -> refuse(entity, cascade, problems));
        Type[] types = entity.persister.getPropertyTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i] instanceof CollectionType type && !isInverse(entity, type)) {
                refuse(entity, entity.persister.getPropertyNames()[i], problems);
            }
        }
    }

    private static void refuse(RuledEntity entity, Cascade cascade, Problems problems) {
        String target = cascade.target().getImportedName();
        problems.add(
                117,
                entity.name() + "." + cascade.attribute(),
                "cascades the soft deletion of " + entity.name() + " onto " + target
                        + ", whose rows are deleted for good, so that nothing could restore them. Make " + target
                        + " @SoftDeletable too, or leave out CascadeType.REMOVE (or ALL) and orphanRemoval.");
    }

    private static void refuse(RuledEntity entity, String attribute, Problems problems) {
        problems.add(
                118,
                entity.name() + "." + attribute,
                "is a collection that " + entity.name() + " itself keeps, which its soft deletion would empty for good."
                        + " Make the elements an entity that refers to " + entity.name()
                        + ", and map the collection by that reference: @OneToMany(mappedBy = ..).");
    }

    private static boolean isInverse(RuledEntity entity, CollectionType type) {
        CollectionPersister collection =
                entity.persister.getFactory().getMappingMetamodel().getCollectionDescriptor(type.getRole());
        return collection.isInverse();
    }
}
