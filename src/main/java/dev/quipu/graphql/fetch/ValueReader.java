package dev.quipu.graphql.fetch;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.BasicAttribute.Format;
import dev.quipu.model.EntityModel;
import dev.quipu.mutation.InputPath;
import dev.quipu.query.Operands;
import dev.quipu.query.RefusedInputException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Turns values as the scalars give them into values of an attribute's Java type. */
final class ValueReader {

    private final ObjectMapper json;

    ValueReader(ObjectMapper json) {
        this.json = json;
    }

    /** A value of the attribute's Java type; null stays null. */
    @Nullable
    Object read(BasicAttribute attribute, @Nullable Object value, InputPath path) {
        Class<?> type = attribute.type();
        if (value == null) {
            return null;
        }
        if (attribute.format() == Format.JSON) {
            return json.convertValue(value, type);
        }
        if (type == Short.class) {
            return inRange(((Number) value).longValue(), Short.MIN_VALUE, Short.MAX_VALUE, attribute, path)
                    .shortValue();
        }
        if (type == Float.class) {
            return ((Number) value).floatValue();
        }
        return value instanceof Instant time && !type.isInstance(time) ? time.atOffset(ZoneOffset.UTC) : value;
    }

    /** An id of the entity's type. */
    Object id(EntityModel entity, String text, InputPath path) {
        try {
            return Operands.id(entity.id(), text);
        } catch (RefusedInputException e) {
            throw new InputProblemException(path, String.valueOf(e.getMessage()));
        }
    }

    private static Long inRange(long value, long least, long most, BasicAttribute attribute, InputPath path) {
        if (value < least || value > most) {
            throw new InputProblemException(
                    path, attribute.name() + " takes a number from " + least + " to " + most + ", not " + value);
        }
        return value;
    }
}
