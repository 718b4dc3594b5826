package dev.quipu.graphql.fetch;

import dev.quipu.query.Selection;

/** One field that a client selects of a payload. */
sealed interface PayloadPart {

    /** Under which key the answer has it. */
    String key();

    /** The row that was written; of a deleted one, the row as it was. */
    record Row(String key, Selection selection) implements PayloadPart {}

    /** The id of a deleted row. */
    record DeletedId(String key) implements PayloadPart {}

    /** The opaque id of a deleted row. */
    record DeletedNodeId(String key) implements PayloadPart {}

    /** The name of the payload's type. */
    record TypeName(String key, String name) implements PayloadPart {}

    /** All of the payload, made of what code returned. */
    record Whole(CodeAnswer answer) implements PayloadPart {

        @Override
        public String key() {
            return "";
        }
    }
}
