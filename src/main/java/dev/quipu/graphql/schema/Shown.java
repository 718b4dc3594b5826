package dev.quipu.graphql.schema;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.model.UniqueKey;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The model as the API shows it: without what is {@link dev.quipu.model.Hidden}, and without references to hidden entities. */
public record Shown(Model model) {

    public Stream<EntityModel> entities() {
        return model.entities().stream().filter(entity -> !entity.hidden());
    }

    public Stream<AttributeModel> attributes(EntityModel entity) {
        return entity.attributes().values().stream().filter(this::shows);
    }

    public Stream<BasicAttribute> basics(EntityModel entity) {
        return entity.basics().filter(this::shows);
    }

    public Stream<ToOneAttribute> toOnes(EntityModel entity) {
        return entity.toOnes().filter(this::shows);
    }

    public Stream<ToManyAttribute> toManys(EntityModel entity) {
        return entity.toManys().filter(this::shows);
    }

    /** Its unique keys, but those with a hidden attribute. */
    public Stream<UniqueKey> uniqueKeys(EntityModel entity) {
        return entity.uniqueKeys().stream()
                .filter(key -> key.attributes().stream().map(entity::attribute).allMatch(this::shows));
    }

    public EntityModel target(ToOneAttribute reference) {
        return model.entity(reference.target());
    }

    public EntityModel target(ToManyAttribute collection) {
        return model.entity(collection.target());
    }

    private boolean shows(@Nullable AttributeModel attribute) {
        if (attribute == null || attribute.hidden()) {
            return false;
        }
        if (attribute instanceof ToOneAttribute reference) {
            return !target(reference).hidden();
        }
        return !(attribute instanceof ToManyAttribute collection)
                || !target(collection).hidden();
    }
}
