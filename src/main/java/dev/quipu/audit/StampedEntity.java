package dev.quipu.audit;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Stamp;
import dev.quipu.model.ToOneAttribute;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.EntityType;

/**
 * An entity with stamps.
 *
 * @param counted where its state holds what makes a row a changed one: neither stamps, nor the version, nor what rules derive
 */
record StampedEntity(List<Place> stamps, BitSet counted) {

    /**
     * A stamped attribute.
     *
     * @param type what it holds: a time, a username, or the account's id
     * @param reference whether it holds the account itself, by its id
     */
    record Place(String name, int position, Stamp stamp, Class<?> type, boolean reference) {}

    static StampedEntity of(EntityModel entity, EntityPersister persister) {
        List<Place> stamps = new ArrayList<>();
        BitSet counted = new BitSet();
        for (int i = 0; i < persister.getPropertyTypes().length; i++) {
            counted.set(i, !persister.getPropertyTypes()[i].isCollectionType());
        }
        if (entity.version() != null) {
            counted.clear(entity.version().position());
        }
        entity.basics()
                .filter(attribute -> attribute.derived() || attribute.computed())
                .forEach(derived -> counted.clear(derived.position()));
        for (AttributeModel attribute : entity.attributes().values()) {
            Stamp stamp = attribute.stamp();
            if (stamp != null) {
                Place place = place(entity, attribute, stamp, persister);
                stamps.add(place);
                counted.clear(place.position());
            }
        }
        return new StampedEntity(stamps, counted);
    }

    private static Place place(EntityModel entity, AttributeModel attribute, Stamp stamp, EntityPersister persister) {
        String name = entity.name() + "." + attribute.name();
        if (attribute instanceof ToOneAttribute reference) {
            EntityType type = (EntityType) persister.getPropertyTypes()[reference.position()];
            Class<?> id = type.getIdentifierOrUniqueKeyType(
                            persister.getFactory().getRuntimeMetamodels())
                    .getReturnedClass();
            return new Place(name, reference.position(), stamp, id, true);
        }
        BasicAttribute basic = (BasicAttribute) attribute;
        return new Place(name, basic.position(), stamp, basic.type(), false);
    }
}
