package dev.quipu.rule.engine.history;

import dev.quipu.model.EntityModel;
import java.lang.reflect.Field;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.jspecify.annotations.Nullable;

/** Reads and writes the fields of entities as compiled application code would, whether they are enhanced or not. */
final class Attributes {

    private Attributes() {}

    static @Nullable Object get(EntityModel entity, Object row, String attribute) {
        try {
            Object target = Hibernate.unproxy(row);
            return target instanceof SelfDirtinessTracker
                    ? entity.javaType()
                            .getMethod("$$_hibernate_read_" + attribute)
                            .invoke(target)
                    : field(entity, attribute).get(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static void set(EntityModel entity, Object row, String attribute, @Nullable Object value) {
        try {
            Object target = Hibernate.unproxy(row);
            Field field = field(entity, attribute);
            if (target instanceof SelfDirtinessTracker) {
                entity.javaType()
                        .getMethod("$$_hibernate_write_" + attribute, field.getType())
                        .invoke(target, value);
            } else {
                field.set(target, value);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(EntityModel entity, String attribute) throws NoSuchFieldException {
        return entity.javaType().getField(attribute);
    }
}
