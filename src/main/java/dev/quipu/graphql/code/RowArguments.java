package dev.quipu.graphql.code;

import dev.quipu.graphql.code.CodeOperation.Taken;
import dev.quipu.graphql.fetch.KeyReader;
import dev.quipu.mutation.InputPath;
import dev.quipu.mutation.RowKey;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of one root field, in which keys of rows make place for the rows. */
final class RowArguments {

    private final KeyReader reader;
    private final Map<String, Object> arguments;
    private final Map<String, List<RowKey>> keys = new LinkedHashMap<>();

    RowArguments(KeyReader reader, Map<String, Object> arguments) {
        this.reader = reader;
        this.arguments = arguments;
    }

    void read(Taken taken) {
        InputPath path = InputPath.of(taken.name());
        List<RowKey> read = new ArrayList<>();
        if (arguments.get(taken.name()) instanceof List<?> several) {
            for (int i = 0; i < several.size(); i++) {
                read.add(key(taken, several.get(i), path.then(i)));
            }
        } else {
            read.add(key(taken, arguments.get(taken.name()), path));
        }
        keys.put(taken.name(), read);
    }

    /** All keys, in the order in which {@link #with} wants their rows. */
    List<RowKey> keys() {
        return keys.values().stream().flatMap(List::stream).toList();
    }

    /** The arguments with the rows in the place of their keys. */
    Map<String, Object> with(List<Object> rows) {
        Map<String, Object> replaced = new LinkedHashMap<>(arguments);
        Iterator<Object> next = rows.iterator();
        keys.forEach((name, read) -> {
            List<Object> own = read.stream().map(key -> next.next()).toList();
            replaced.put(name, arguments.get(name) instanceof List ? own : own.get(0));
        });
        return replaced;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the schema says that it is such an object
    private RowKey key(Taken taken, @Nullable Object key, InputPath path) {
        return reader.read(taken.entity(), (Map<String, @Nullable Object>) key, path);
    }
}
