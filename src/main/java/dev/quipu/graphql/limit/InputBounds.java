package dev.quipu.graphql.limit;

import dev.quipu.query.RefusedInputException;
import jakarta.inject.Singleton;

/** What values from clients may be, before anything calculates with them. */
@Singleton
public final class InputBounds {

    /** More than a double or any column has, few enough to calculate with. */
    private static final int NUMBER_LENGTH_MAX = 1000;

    private static final int NAME_LENGTH_MAX = 1000;

    private static final int EXPONENT_DIGITS_MAX = 4;

    private final Limits limits;

    InputBounds(Limits limits) {
        this.limits = limits;
    }

    public int numberLengthMax() {
        return NUMBER_LENGTH_MAX;
    }

    public int depthMax() {
        return limits.inputDepth();
    }

    /**
     * Refuses a number that would be long to calculate with.
     *
     * @param text the number as JSON or GraphQL write it
     */
    public void requireNumber(String text) {
        if (text.length() > NUMBER_LENGTH_MAX) {
            throw new RefusedInputException("A number has " + text.length() + " characters; it may have "
                    + NUMBER_LENGTH_MAX + ". Send long digits as a string.");
        }
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (exponent >= 0 && digits(text, exponent + 1) > EXPONENT_DIGITS_MAX) {
            throw new RefusedInputException("The number " + (text.length() > 40 ? text.substring(0, 40) + "..." : text)
                    + " has an exponent of more than " + EXPONENT_DIGITS_MAX + " digits.");
        }
    }

    /** Refuses a name of a document that nobody gives: a message would repeat it, and be searched for what it stands for. */
    public void requireName(String text) {
        if (text.length() > NAME_LENGTH_MAX) {
            throw new RefusedInputException("The name " + text.substring(0, 40) + "... has " + text.length()
                    + " characters; it may have " + NAME_LENGTH_MAX + ".");
        }
    }

    /** Refuses what no database column can hold. */
    public void requireStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0) {
                throw new RefusedInputException(
                        "A text contains the character U+0000, which the database cannot hold; leave it out.");
            }
            if (Character.isSurrogate(character)) {
                if (!Character.isHighSurrogate(character)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new RefusedInputException(String.format(
                            "A text contains half of a character, U+%04X; send both halves or none.", (int) character));
                }
                i++;
            }
        }
    }

    public void requireListSize(int size) {
        if (size > limits.list()) {
            throw new RefusedInputException(
                    "A list has more than " + limits.list() + " elements; send it in parts. (quipu.limit.list)");
        }
    }

    public void requireDepth(int depth) {
        if (depth > limits.inputDepth()) {
            throw new RefusedInputException("A value is nested more than " + limits.inputDepth()
                    + " deep; send it flatter. (quipu.limit.input-depth)");
        }
    }

    private static int digits(String text, int from) {
        int start = from;
        while (start < text.length() && !isSignificant(text.charAt(start))) {
            start++;
        }
        return text.length() - start;
    }

    private static boolean isSignificant(char character) {
        return character >= '1' && character <= '9';
    }
}
