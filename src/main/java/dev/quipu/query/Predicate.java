package dev.quipu.query;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The HQL of a predicate. Parentheses stand only around alternatives within a conjunction: HQL's parser takes seconds for a few
 * nested ones, above all for {@code not (..)}.
 *
 * @param alternatives whether AND binds its parts tighter than it holds together
 */
record Predicate(String text, boolean alternatives) {

    private static final String NOT = "not ";

    static final Predicate TRUE = one("1 = 1");
    static final Predicate FALSE = one("1 = 0");

    /** A comparison, or whatever else {@code not} takes as a whole. */
    static Predicate one(String text) {
        return new Predicate(text, false);
    }

    /** The same comparison, or its negation. */
    static Predicate one(String text, boolean negated) {
        if (!negated) {
            return one(text);
        }
        return one(text.startsWith(NOT) ? text.substring(NOT.length()) : NOT + text);
    }

    /** All hold; true for none. */
    static Predicate all(List<Predicate> parts) {
        if (parts.size() <= 1) {
            return parts.isEmpty() ? TRUE : parts.get(0);
        }
        return one(parts.stream().map(Predicate::conjunct).collect(Collectors.joining(" and ")));
    }

    /** At least one holds; false for none. */
    static Predicate any(List<Predicate> parts) {
        if (parts.size() <= 1) {
            return parts.isEmpty() ? FALSE : parts.get(0);
        }
        return new Predicate(parts.stream().map(Predicate::text).collect(Collectors.joining(" or ")), true);
    }

    /** The text as one of the parts of an AND. */
    String conjunct() {
        return alternatives ? "(" + text + ")" : text;
    }
}
