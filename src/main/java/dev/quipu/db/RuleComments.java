package dev.quipu.db;

import dev.quipu.model.Derived;
import dev.quipu.rule.RuleSentence;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.hibernate.boot.ResourceStreamLocator;
import org.hibernate.boot.spi.AdditionalMappingContributions;
import org.hibernate.boot.spi.AdditionalMappingContributor;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.PersistentClass;

/**
 * Lets each derived column say its rule, {@code comment on column orders.amount_total is 'sum of items.amount'}: who looks at the
 * database sees it, and a rule that changes is a difference of the schema although the column stays what it is.
 */
public final class RuleComments implements AdditionalMappingContributor {

    @Override
    public void contribute(
            AdditionalMappingContributions contributions,
            InFlightMetadataCollector metadata,
            ResourceStreamLocator resources,
            MetadataBuildingContext context) {
        for (PersistentClass entity : metadata.getEntityBindingMap().values()) {
            Stream.<Class<?>>iterate(entity.getMappedClass(), type -> type != null, Class::getSuperclass)
                    .flatMap(type -> Stream.of(type.getDeclaredFields()))
                    .filter(field -> entity.hasProperty(field.getName()))
                    .forEach(field -> comment(entity, field));
        }
    }

    private static void comment(PersistentClass entity, Field field) {
        for (Annotation rule : field.getAnnotations()) {
            if (rule.annotationType().isAnnotationPresent(Derived.class)) {
                // Hibernate puts it between quotes as it is
                String comment = RuleSentence.of(rule).replace("'", "''");
                entity.getProperty(field.getName()).getColumns().forEach(column -> column.setComment(comment));
            }
        }
    }
}
