package dev.quipu.graphql.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A scalar that either understands a value or says what it wants instead.
 *
 * @param <T> what it gives to the application
 */
abstract class StrictCoercing<T> implements Coercing<T, Object> {

    private static final int QUOTED_CHARACTERS_MAX = 40;

    /**
     * Understands a value from a client: String, Number, Boolean, List or Map.
     *
     * @throws IllegalArgumentException if it does not
     */
    abstract T parse(Object value);

    /** What it accepts, for the message: {@code a date as "2026-01-31"}. */
    abstract String expected();

    @Override
    public final T parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return parse(input);
        } catch (RuntimeException e) {
            throw new CoercingParseValueException(refusal(input), e);
        }
    }

    @Override
    public final T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        Object value = Literals.value(input, variables);
        try {
            return parse(value);
        } catch (RuntimeException e) {
            throw new CoercingParseLiteralException(refusal(value), e);
        }
    }

    /** Writes a result of an operation that is written as code; derived fields are written by the database. */
    Object print(Object result) {
        return result;
    }

    @Override
    public final Object serialize(Object result, GraphQLContext context, Locale locale) {
        return print(result);
    }

    private String refusal(Object input) {
        if (input instanceof Map) {
            return "expected " + expected() + ", got an object";
        }
        if (input instanceof List) {
            return "expected " + expected() + ", got a list";
        }
        String text = String.valueOf(input);
        String shown = text.length() > QUOTED_CHARACTERS_MAX ? text.substring(0, QUOTED_CHARACTERS_MAX) + "..." : text;
        return "expected " + expected() + ", got " + (input instanceof String ? '"' + shown + '"' : shown);
    }
}
