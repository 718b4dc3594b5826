package dev.quipu.model;

import java.lang.annotation.Annotation;
import org.hibernate.binder.AttributeBinder;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;

/** Adjusts the mapping of a derived attribute: outside the version; additive ones not null, 0 and never written by Hibernate. */
public final class DerivedAttributeBinder implements AttributeBinder<Annotation> {

    @Override
    public void bind(Annotation rule, MetadataBuildingContext context, PersistentClass entity, Property attribute) {
        attribute.setOptimisticLocked(false);
        // Hibernate checks for null at persist(), before the rule has had its turn; the column keeps its NOT NULL.
        attribute.setOptional(true);
        entity.setDynamicUpdate(true);
        if (rule.annotationType().getAnnotation(Derived.class).additive()) {
            attribute.setUpdatable(false);
            for (Column column : attribute.getColumns()) {
                column.setNullable(false);
                column.setDefaultValue("0");
            }
        }
    }
}
