package dev.quipu.rights;

import java.util.List;

/**
 * One way to one attribute of somebody's rows.
 *
 * @param way for people
 * @param attribute {@code "User.email"}
 * @param field a root field of the query
 * @param answer where the value is in the root field's answer, as a JSON pointer
 * @param needs the lines that must allow it in the row; the attribute's own and those of the way
 * @param widely pairs of a line and its row's line: must be readable in all of those rows, or the question is refused
 */
record Question(
        String way, String attribute, String field, String answer, List<String> needs, List<List<String>> widely) {

    boolean isAllowed(Oracle oracle, Asker asker, boolean own) {
        return needs.stream().allMatch(line -> oracle.allows(line, asker, own))
                & widely.stream().allMatch(pair -> oracle.allowsAsWidely(pair.get(0), pair.get(1), asker));
    }

    @Override
    public String toString() {
        return attribute + " " + way + ": " + field;
    }
}
