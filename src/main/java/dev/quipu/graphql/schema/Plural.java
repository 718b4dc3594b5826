package dev.quipu.graphql.schema;

import java.util.regex.Pattern;

/** The regular English plural: {@code orders}, {@code categories}, {@code boxes}. */
final class Plural {

    private static final Pattern CONSONANT_AND_Y = Pattern.compile(".*[^aeiou]y");
    private static final Pattern HISSING = Pattern.compile(".*(s|x|z|ch|sh)");

    private Plural() {}

    static String of(String noun) {
        if (CONSONANT_AND_Y.matcher(noun).matches()) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return HISSING.matcher(noun).matches() ? noun + "es" : noun + "s";
    }
}
