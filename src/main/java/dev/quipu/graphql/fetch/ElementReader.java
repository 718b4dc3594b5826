package dev.quipu.graphql.fetch;

import dev.quipu.model.EntityModel;
import dev.quipu.mutation.AttributeWrite.Elements;
import dev.quipu.mutation.ElementWrite;
import dev.quipu.mutation.ElementWrite.Upsert;
import dev.quipu.mutation.InputPath;
import dev.quipu.mutation.RowKey;
import dev.quipu.mutation.RowTarget;
import dev.quipu.mutation.RowWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands {@code OrderItemsCreateWrite} and {@code OrderItemsPatchWrite}. */
final class ElementReader {

    private final KeyReader keys;
    private final RowReader rows;

    ElementReader(KeyReader keys, RowReader rows) {
        this.keys = keys;
        this.rows = rows;
    }

    Elements read(EntityModel element, @Nullable Object value, InputPath path) {
        List<ElementWrite> writes = new ArrayList<>();
        if (value != null) {
            Map<String, @Nullable Object> verbs = Inputs.object(value);
            verbs.forEach((verb, operands) -> read(element, verb, operands, path.then(verb), writes));
            if (verbs.get("set") != null && verbs.size() > 1) {
                throw new InputProblemException(path, "\"set\" states the whole collection, so it stands alone");
            }
        }
        Contradictions.refuse(writes);
        return new Elements(path, writes);
    }

    private void read(
            EntityModel element, String verb, @Nullable Object operands, InputPath path, List<ElementWrite> writes) {
        if (operands == null) {
            return;
        }
        List<ElementWrite> read = new ArrayList<>();
        List<Object> list = Inputs.list(operands);
        for (int i = 0; i < list.size(); i++) {
            read.add(one(element, verb, Inputs.object(list.get(i)), path.then(i)));
        }
        if (verb.equals("set")) {
            writes.add(new ElementWrite.Replace(
                    read.stream().map(Upsert.class::cast).toList()));
        } else {
            writes.addAll(read);
        }
    }

    private ElementWrite one(EntityModel element, String verb, Map<String, @Nullable Object> operand, InputPath path) {
        return switch (verb) {
            case "create" -> new ElementWrite.Create(rows.read(element, operand, path));
            case "connect" -> new ElementWrite.Connect(keys.read(element, operand, path));
            case "disconnect" -> new ElementWrite.Disconnect(keys.read(element, operand, path));
            case "update" ->
                new ElementWrite.Update(target(element, operand, path), row(element, operand, "patch", path));
            case "delete" -> new ElementWrite.Delete(target(element, operand, path));
            default -> upsert(element, operand, path);
        };
    }

    private Upsert upsert(EntityModel element, Map<String, @Nullable Object> operand, InputPath path) {
        RowKey key = operand.get("key") == null ? null : key(element, operand, path);
        RowWrite patch = operand.get("patch") == null ? null : row(element, operand, "patch", path);
        RowWrite create = row(element, operand, "create", path);
        return new Upsert(key, key == null ? create : KeyedRow.of(key, create), patch);
    }

    private RowTarget target(EntityModel element, Map<String, @Nullable Object> operand, InputPath path) {
        return keys.target(key(element, operand, path), operand, path);
    }

    private RowKey key(EntityModel element, Map<String, @Nullable Object> operand, InputPath path) {
        return keys.read(element, Inputs.object(operand, "key"), path.then("key"));
    }

    private RowWrite row(EntityModel element, Map<String, @Nullable Object> operand, String field, InputPath path) {
        return rows.read(element, Inputs.object(operand, field), path.then(field));
    }
}
