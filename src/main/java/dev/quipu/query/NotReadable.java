package dev.quipu.query;

import dev.quipu.security.ForbiddenException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of a value that the viewer may not read, where the schema allows no null: a text that nobody can have stored.
 * An answer with such a text is none.
 */
final class NotReadable {

    private static final String MARK = "not readable " + UUID.randomUUID() + " ";
    private static final String END = ";";

    private NotReadable() {}

    /** The text in the place of that attribute. */
    static String text(String entity, String attribute) {
        return MARK + entity + "." + attribute + END;
    }

    /**
     * The answer, if the viewer may read all of it.
     *
     * @throws ForbiddenException if not
     */
    static <T extends @Nullable String> T refuse(T answer) {
        int mark = answer == null ? -1 : answer.indexOf(MARK);
        if (answer == null || mark < 0) {
            return answer;
        }
        int name = mark + MARK.length();
        throw new ForbiddenException("Reading " + answer.substring(name, answer.indexOf(END, name)));
    }
}
