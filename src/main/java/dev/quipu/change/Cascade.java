package dev.quipu.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.engine.spi.CascadingActions;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.EntityType;
import org.hibernate.type.OneToOneType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * An attribute along which the removal of a row removes others: {@code CascadeType.REMOVE}, {@code ALL} or {@code orphanRemoval}.
 *
 * @param attribute its name
 * @param target the entity whose rows go along
 * @param mappedBy the target's attribute that refers back, null if this entity holds the foreign key
 */
public record Cascade(
        EntityPersister source,
        String attribute,
        EntityPersister target,
        @Nullable String mappedBy) {

    /** The cascades that begin at an entity. */
    public static List<Cascade> from(EntityPersister source) {
        List<Cascade> cascades = new ArrayList<>();
        for (int i = 0; i < source.getPropertyTypes().length; i++) {
            if (source.getPropertyCascadeStyles()[i].doCascade(CascadingActions.REMOVE)) {
                of(source, source.getPropertyNames()[i], source.getPropertyTypes()[i])
                        .forEach(cascades::add);
            }
        }
        return cascades;
    }

    private static Stream<Cascade> of(EntityPersister source, String attribute, Type type) {
        MappingMetamodel metamodel = source.getFactory().getMappingMetamodel();
        if (type instanceof CollectionType collection) {
            CollectionPersister elements = metamodel.getCollectionDescriptor(collection.getRole());
            return elements.isOneToMany() && elements.isInverse()
                    ? Stream.of(new Cascade(
                            source, attribute, elements.getElementPersister(), elements.getMappedByProperty()))
                    : Stream.empty();
        }
        if (type instanceof EntityType reference) {
            EntityPersister target = metamodel.getEntityDescriptor(reference.getAssociatedEntityName());
            return Stream.of(new Cascade(
                    source,
                    attribute,
                    target,
                    reference instanceof OneToOneType inverse ? inverse.getRHSUniqueKeyPropertyName() : null));
        }
        return Stream.empty();
    }

    /** Whether the rows that go along go softly. */
    public boolean reachesSoftDeletable() {
        return SoftTable.isOf(target);
    }

    /** A condition on the target's rows, under the alias {@code c}: that the removal of the rows in {@code :sources} reaches them. */
    String reached() {
        if (mappedBy != null) {
            return "c." + column(target, mappedBy) + " in (:sources)";
        }
        return "c." + target.getIdentifierColumnNames()[0] + " in (select p." + column(source, attribute) + " from "
                + source.getIdentifierTableName() + " p where p." + source.getIdentifierColumnNames()[0]
                + " in (:sources))";
    }

    static String column(EntityPersister entity, String attribute) {
        return Objects.requireNonNull(entity.getPropertyColumnNames(attribute))[0];
    }
}
