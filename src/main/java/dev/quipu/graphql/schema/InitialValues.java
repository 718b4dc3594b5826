package dev.quipu.graphql.schema;

import dev.quipu.model.BasicAttribute;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What a new row holds where the client leaves an attribute out, in the words of the schema. */
final class InitialValues {

    private static final Duration STARTUP = Duration.ofHours(1);

    private InitialValues() {}

    /** The initial value as a literal. */
    static Value<?> literal(Object initial) {
        if (initial instanceof Boolean truth) {
            return BooleanValue.of(truth);
        }
        if (initial instanceof Enum<?> constant) {
            return EnumValue.of(constant.name());
        }
        return initial instanceof Double || initial instanceof Float
                ? new FloatValue(new BigDecimal(initial.toString()))
                : new IntValue(new BigInteger(initial.toString()));
    }

    /** The initial value as a sentence; the sample was taken at startup, so a time of then means the present. */
    static String sentence(BasicAttribute attribute) {
        return "Defaults to " + text(attribute.initialValue()) + ".";
    }

    private static String text(@Nullable Object initial) {
        if (initial instanceof Instant time) {
            return isNow(time) ? "now" : time.toString();
        }
        if (initial instanceof OffsetDateTime time) {
            return isNow(time.toInstant()) ? "now" : time.toString();
        }
        if (initial instanceof LocalDate date) {
            return date.equals(LocalDate.now()) ? "today" : date.toString();
        }
        if (initial instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return initial instanceof String words ? '"' + words + '"' : String.valueOf(initial);
    }

    private static boolean isNow(Instant time) {
        return Duration.between(time, Instant.now()).abs().compareTo(STARTUP) < 0;
    }
}
