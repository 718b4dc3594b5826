package dev.quipu.graphql.fetch;

import dev.quipu.mutation.AttributeWrite;
import dev.quipu.mutation.AttributeWrite.Value;
import dev.quipu.mutation.RowKey;
import dev.quipu.mutation.RowWrite;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that is made where there is none with a certain key: it has that key. */
final class KeyedRow {

    private KeyedRow() {}

    /**
     * The row with the key's values, where it does not state them itself. A key by id says nothing of the new row, whose id is
     * generated.
     *
     * @throws InputProblemException if it states others
     */
    static RowWrite of(RowKey key, RowWrite create) {
        if (key.id() != null) {
            return create;
        }
        Map<String, AttributeWrite> attributes = new LinkedHashMap<>(create.attributes());
        key.values().forEach((attribute, value) -> {
            AttributeWrite stated = attributes.putIfAbsent(attribute, new Value(key.path(), value));
            if (stated instanceof Value other && !value.equals(other.value())) {
                throw new InputProblemException(
                        other.path(),
                        attribute + " is " + text(other.value()) + ", but the key says " + text(value)
                                + ". Give the same, so that the next upsert finds the row");
            }
        });
        return new RowWrite(create.entity(), create.path(), attributes);
    }

    private static String text(@Nullable Object value) {
        return value instanceof String words ? '"' + words + '"' : String.valueOf(value);
    }
}
