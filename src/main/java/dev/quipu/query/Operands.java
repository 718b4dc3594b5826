package dev.quipu.query;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.BasicAttribute.Format;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/** Values of the API as the values of an attribute. */
public final class Operands {

    private static final char NUL = 0;

    /** The one way to write a number, so that an id has one text. */
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]*");

    private Operands() {}

    /**
     * An id from its text.
     *
     * @throws RefusedInputException if no id of that type reads so
     */
    public static Object id(BasicAttribute id, String text) {
        try {
            if (id.type() != String.class && !WHOLE.matcher(text).matches()) {
                throw new NumberFormatException("Java reads more than one way to write it");
            }
            return id.type() == Long.class
                    ? (Object) Long.valueOf(text)
                    : id.type() == Integer.class ? (Object) Integer.valueOf(text) : text;
        } catch (NumberFormatException e) {
            throw new RefusedInputException("id \"" + text + "\" is not a whole number, as ids here are.", e);
        }
    }

    /** A value of the API in the attribute's own type. */
    static Object convert(BasicAttribute attribute, Object value) {
        if (value instanceof Instant instant && attribute.type() == OffsetDateTime.class) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Integer number && attribute.type() == Short.class) {
            return shortened(attribute, number);
        }
        if (value instanceof Integer number && attribute.type() == Long.class) {
            return number.longValue();
        }
        return value instanceof Double number && attribute.type() == Float.class ? (Object) number.floatValue() : value;
    }

    /** Values as an array that the column can be compared with. */
    static Object array(BasicAttribute attribute, List<?> values) {
        Class<?> element = attribute.format() == Format.ENUM_NAME
                ? String.class
                : attribute.format() == Format.ENUM_ORDINAL ? Integer.class : attribute.type();
        Object array = Array.newInstance(element, values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, element(attribute, values.get(i)));
        }
        return array;
    }

    private static Object element(BasicAttribute attribute, Object value) {
        return switch (attribute.format()) {
            case ENUM_NAME -> ((Enum<?>) value).name();
            case ENUM_ORDINAL -> ((Enum<?>) value).ordinal();
            case PLAIN, JSON -> convert(attribute, value);
        };
    }

    /** The constant of an enum attribute. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static Object constant(BasicAttribute attribute, String name) {
        return Enum.valueOf((Class) attribute.type(), name);
    }

    /** PostgreSQL's texts hold every character but U+0000, and half a character is none. */
    static void requireStorable(Object value) {
        if (value instanceof String text && text.indexOf(NUL) >= 0) {
            throw new RefusedInputException(
                    "A text contains the character U+0000, which the database cannot hold; leave it out.");
        }
        if (value instanceof String text && text.codePoints().anyMatch(Operands::isSurrogate)) {
            throw new RefusedInputException(
                    "A text contains half of a surrogate pair, which is no character; complete it, or leave it out.");
        }
        if (value instanceof Object[] values) {
            List.of(values).forEach(Operands::requireStorable);
        }
    }

    /** A pair makes one code point beyond this range. */
    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static Short shortened(BasicAttribute attribute, Integer number) {
        if (number.shortValue() != number) {
            throw new RefusedInputException(
                    attribute.name() + " holds whole numbers from -32768 to 32767; " + number + " is beyond.");
        }
        return number.shortValue();
    }
}
