package dev.quipu.graphql.fetch;

import dev.quipu.model.EntityModel;
import dev.quipu.query.Selection;
import java.util.Map;

/** One field that a client selects of a payload. */
sealed interface PayloadPart {

    /** Under which key the answer has it. */
    String key();

    /** The row that was written; of a deleted one, the row as it was. */
    record Row(String key, Selection selection) implements PayloadPart {}

    /** The rows that were written, in the order of the command's result. */
    record Rows(String key, Selection selection) implements PayloadPart {}

    /** How many rows were written. */
    record AffectedCount(String key) implements PayloadPart {}

    /** Whether an upsert made its row. */
    record Created(String key) implements PayloadPart {}

    /** The ids of the deleted rows. */
    record DeletedIds(String key) implements PayloadPart {}

    /** The id of a deleted row. */
    record DeletedId(String key) implements PayloadPart {}

    /** The opaque id of a deleted row. */
    record DeletedNodeId(String key) implements PayloadPart {}

    /**
     * The rows beside the payload's own that the rules changed.
     *
     * @param selections what is asked of those of each entity that the API shows
     */
    record Affected(String key, Map<EntityModel, Selection> selections) implements PayloadPart {

        public Affected {
            selections = Map.copyOf(selections);
        }
    }

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
