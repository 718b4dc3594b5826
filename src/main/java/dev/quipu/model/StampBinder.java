package dev.quipu.model;

import java.lang.annotation.Annotation;
import org.hibernate.binder.AttributeBinder;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;

/** Adjusts the mapping of a stamp: outside the version; written by no UPDATE if it is set only once. */
public final class StampBinder implements AttributeBinder<Annotation> {

    @Override
    public void bind(Annotation stamp, MetadataBuildingContext context, PersistentClass entity, Property attribute) {
        attribute.setOptimisticLocked(false);
        // Hibernate checks for null at persist(), before the flush that stamps; the column keeps its NOT NULL
        attribute.setOptional(true);
        attribute.setUpdatable(stamp.annotationType().getAnnotation(Stamp.class).atUpdate());
    }
}
