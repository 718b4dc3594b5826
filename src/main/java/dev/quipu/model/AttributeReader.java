package dev.quipu.model;

import dev.quipu.model.BasicAttribute.Format;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.time.temporal.Temporal;
import java.util.stream.Stream;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ManyToOne;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of one entity. */
final class AttributeReader {

    private final Class<?> javaType;
    private final EntityPersister persister;
    private final Object newInstance;

    AttributeReader(Class<?> javaType, EntityPersister persister) {
        this.javaType = javaType;
        this.persister = persister;
        this.newInstance =
                persister.instantiate(null, (org.hibernate.engine.spi.SharedSessionContractImplementor) null);
    }

    /** Null for what is no attribute of Quipu's model: many-to-many relations, embeddables, element collections, join formulas. */
    @Nullable
    AttributeModel read(Property property) {
        Value value = property.getValue();
        if (value instanceof ManyToOne reference) {
            return value.hasFormula() ? null : toOne(property, reference);
        }
        if (value instanceof Collection collection && collection.getElement() instanceof OneToMany element) {
            return toMany(property, collection, element);
        }
        return value.getType() instanceof BasicType<?> type ? basic(property, type) : null;
    }

    private ToOneAttribute toOne(Property property, ManyToOne reference) {
        Column column = (Column) reference.getSelectables().get(0);
        return new ToOneAttribute(
                property.getName(),
                hidden(property),
                position(property),
                jpaName(reference.getReferencedEntityName()),
                column.getName(),
                property.isOptional() && column.isNullable(),
                stamp(property));
    }

    private @Nullable ToManyAttribute toMany(Property property, Collection collection, OneToMany element) {
        String mappedBy = collection.getMappedByProperty();
        if (mappedBy == null) {
            return null;
        }
        String cascade = String.valueOf(property.getCascade());
        boolean everything = cascade.contains("all");
        return new ToManyAttribute(
                property.getName(),
                hidden(property),
                jpaName(element.getReferencedEntityName()),
                mappedBy,
                everything || cascade.contains("persist"),
                everything || cascade.contains("delete") || cascade.contains("remove"),
                collection.hasOrphanDelete());
    }

    private BasicAttribute basic(Property property, BasicType<?> type) {
        Column column = property.getSelectables().get(0) instanceof Column stored ? stored : new Column("");
        JdbcMapping mapping = type;
        return new BasicAttribute(
                property.getName(),
                hidden(property),
                column.getName(),
                position(property),
                mapping.getJavaTypeDescriptor().getJavaTypeClass(),
                format(mapping),
                column.isNullable(),
                column.getLength() == null ? 255 : column.getLength().intValue(),
                column.getPrecision() == null ? 38 : column.getPrecision(),
                scale(column, mapping),
                initialValue(property),
                marked(property, Derived.class),
                stamp(property));
    }

    private static int scale(Column column, JdbcMapping mapping) {
        if (Temporal.class.isAssignableFrom(mapping.getJavaTypeDescriptor().getJavaTypeClass())) {
            return column.getTemporalPrecision() == null ? 6 : column.getTemporalPrecision();
        }
        return column.getScale() == null ? 2 : column.getScale();
    }

    private static Format format(JdbcMapping mapping) {
        boolean isEnum = mapping.getJavaTypeDescriptor().getJavaTypeClass().isEnum();
        int code = mapping.getJdbcType().getDefaultSqlTypeCode();
        if (code == SqlTypes.JSON) {
            return Format.JSON;
        }
        if (!isEnum) {
            return Format.PLAIN;
        }
        return mapping.getJdbcType().isString() ? Format.ENUM_NAME : Format.ENUM_ORDINAL;
    }

    private @Nullable Object initialValue(Property property) {
        int position = position(property);
        return position < 0 ? null : persister.getValue(newInstance, position);
    }

    private @Nullable Stamp stamp(Property property) {
        Annotation stamp = marked(property, Stamp.class);
        return stamp == null ? null : stamp.annotationType().getAnnotation(Stamp.class);
    }

    /** The annotation that is itself annotated so. */
    private @Nullable Annotation marked(Property property, Class<? extends Annotation> mark) {
        Field field = field(property.getName(), javaType);
        return field == null
                ? null
                : Stream.of(field.getAnnotations())
                        .filter(annotation -> annotation.annotationType().isAnnotationPresent(mark))
                        .findFirst()
                        .orElse(null);
    }

    private boolean hidden(Property property) {
        Field field = field(property.getName(), javaType);
        return field != null && field.isAnnotationPresent(Hidden.class);
    }

    private int position(Property property) {
        return property.getName().equals(persister.getIdentifierPropertyName())
                ? -1
                : persister.getPropertyIndex(property.getName());
    }

    private String jpaName(String entityName) {
        return persister
                .getFactory()
                .getMappingMetamodel()
                .getEntityDescriptor(entityName)
                .getImportedName();
    }

    private static @Nullable Field field(String name, @Nullable Class<?> type) {
        if (type == null) {
            return null;
        }
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            return field(name, type.getSuperclass());
        }
    }
}
