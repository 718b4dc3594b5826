package dev.quipu.db.migrate;

import java.util.List;
import java.util.stream.Collectors;

/** Says what differs between the entities and the database, and what to do. */
final class DriftNotice {

    private static final String COMMAND = "db migrate -m \"what changes\"";

    /** Dev mode keeps its database to itself, so the command runs within it. */
    private static final String PLACE = " (in dev mode's terminal: e and the command; then e and an empty line)";

    private DriftNotice() {}

    /** For the log. */
    static String text(List<String> sentences) {
        return "The entities and the database differ:\n  " + String.join("\n  ", sentences)
                + "\nWrite the next version of the schema: " + COMMAND + PLACE;
    }

    /** For the browser. */
    static String page(List<String> sentences) {
        String state = sentences.isEmpty()
                ? "<p>The database is as the entities describe it.</p>"
                : "<p>The entities and the database differ:</p><ul>"
                        + sentences.stream()
                                .map(sentence -> "<li><code>" + escaped(sentence) + "</code></li>")
                                .collect(Collectors.joining())
                        + "</ul><p>Write the next version of the schema: <code>" + escaped(COMMAND) + "</code>" + PLACE
                        + "</p>";
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Quipu</title><h1>Quipu</h1>" + state
                + "<p><a href=\"/q/graphql-ui\">GraphiQL</a>, <a href=\"/graphql/schema.graphql\">the schema of the API</a>,"
                + " <a href=\"/q/dev-ui\">Dev UI</a></p></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
