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
 * @param widely must be readable in all rows, or the question is refused
 */
record Question(String way, String attribute, String field, String answer, List<String> needs, List<Width> widely) {

    /**
     * An attribute by which rows are put into an order or into groups.
     *
     * @param row the line of its rows
     * @param orNull whether it counts as null in rows in which it may not be read
     */
    record Width(String line, String row, boolean orNull) {

        boolean isAllowed(Oracle oracle, Asker asker) {
            return oracle.allowsAsWidely(line, orNull ? line : row, asker);
        }
    }

    boolean isAllowed(Oracle oracle, Asker asker, boolean own) {
        String special = attribute + " " + way;
        if (oracle.has(special)) {
            return oracle.allows(special, asker, own);
        }
        return needs.stream().allMatch(line -> oracle.allows(line, asker, own))
                && widely.stream().allMatch(width -> width.isAllowed(oracle, asker));
    }

    @Override
    public String toString() {
        return attribute + " " + way + ": " + field;
    }
}
