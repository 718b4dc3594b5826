package dev.quipu.db.migrate;

import static org.apache.commons.text.StringEscapeUtils.escapeHtml4;

import java.util.List;
import java.util.stream.Collectors;

/** Says what differs between the entities and the database, and what to do. */
final class DriftNotice {

    private static final String COMMAND = "./quipu db migrate -m \"what changes\"";

    private DriftNotice() {}

    /** For the log. */
    static String text(List<String> sentences) {
        return "The entities and the database differ:\n  " + String.join("\n  ", sentences)
                + "\nWrite the next version of the schema: " + COMMAND;
    }

    /** For the browser. */
    static String page(List<String> sentences) {
        String state = sentences.isEmpty()
                ? "<p>The database is as the entities describe it.</p>"
                : "<p>The entities and the database differ:</p><ul>"
                        + sentences.stream()
                                .map(sentence -> "<li><code>" + escapeHtml4(sentence) + "</code></li>")
                                .collect(Collectors.joining())
                        + "</ul><p>Write the next version of the schema: <code>" + escapeHtml4(COMMAND) + "</code></p>";
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Quipu</title><h1>Quipu</h1>" + state
                + "<p><a href=\"/q/graphql-ui\">GraphiQL</a>, <a href=\"/graphql/schema.graphql\">the schema of the API</a>,"
                + " <a href=\"/q/dev-ui\">Dev UI</a></p></html>";
    }
}
