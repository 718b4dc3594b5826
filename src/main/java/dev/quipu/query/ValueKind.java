package dev.quipu.query;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.BasicAttribute.Format;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What sort of value an attribute holds, as a client sees it. Decides how it is printed, compared, ordered and parsed. */
public enum ValueKind {
    TEXT,
    INT,
    BIG_INT,
    FLOAT,
    DECIMAL,
    BOOLEAN,
    DATE,
    DATE_TIME,
    ENUM,
    BYTES,
    JSON;

    /** The kind of an attribute, or null if its Java type has none. */
    public static @Nullable ValueKind of(BasicAttribute attribute) {
        if (attribute.format() == Format.JSON) {
            return JSON;
        }
        Class<?> type = attribute.type();
        if (type.isEnum()) {
            return ENUM;
        }
        return type == String.class
                ? TEXT
                : type == Integer.class || type == Short.class
                        ? INT
                        : type == Long.class
                                ? BIG_INT
                                : type == Double.class || type == Float.class
                                        ? FLOAT
                                        : type == BigDecimal.class
                                                ? DECIMAL
                                                : type == Boolean.class
                                                        ? BOOLEAN
                                                        : type == LocalDate.class
                                                                ? DATE
                                                                : type == Instant.class || type == OffsetDateTime.class
                                                                        ? DATE_TIME
                                                                        : type == byte[].class ? BYTES : null;
    }

    /** Whether values of this kind have an order that a client can ask for. */
    public boolean ordered() {
        return this != BYTES && this != JSON;
    }
}
