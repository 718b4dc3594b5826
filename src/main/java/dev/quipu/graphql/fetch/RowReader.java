package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.mutation.AttributeWrite;
import dev.quipu.mutation.InputPath;
import dev.quipu.mutation.RowKey;
import dev.quipu.mutation.RowWrite;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands {@code OrderCreate} and {@code OrderPatch}, which look the same but for what is required. */
final class RowReader {

    private final Shown shown;
    private final KeyReader keys;
    private final ValueReader values;
    private final PasswordReader passwords;
    private final ElementReader elements;

    RowReader(Shown shown, KeyReader keys, ValueReader values, PasswordReader passwords) {
        this.shown = shown;
        this.keys = keys;
        this.values = values;
        this.passwords = passwords;
        this.elements = new ElementReader(keys, this);
    }

    RowWrite read(EntityModel entity, Map<String, @Nullable Object> row, InputPath path) {
        Map<String, AttributeWrite> writes = new LinkedHashMap<>();
        shown.attributes(entity)
                .filter(attribute -> !(attribute instanceof ToOneAttribute))
                .filter(attribute -> row.containsKey(attribute.name()))
                .forEach(attribute -> writes.put(
                        attribute.name(), write(attribute, row.get(attribute.name()), path.then(attribute.name()))));
        shown.toOnes(entity).forEach(reference -> {
            AttributeWrite write = reference(reference, row, path);
            if (write != null) {
                writes.put(reference.name(), write);
            }
        });
        passwords.read(entity, row, path, writes);
        return new RowWrite(entity, path, writes);
    }

    private AttributeWrite write(AttributeModel attribute, @Nullable Object value, InputPath path) {
        return attribute instanceof ToManyAttribute collection
                ? elements.read(shown.target(collection), value, path)
                : new AttributeWrite.Value(path, values.read((BasicAttribute) attribute, value, path));
    }

    private @Nullable AttributeWrite reference(
            ToOneAttribute reference, Map<String, @Nullable Object> row, InputPath path) {
        String foreignKey = Names.foreignKey(reference);
        boolean byId = row.containsKey(foreignKey);
        boolean byWrite = row.containsKey(reference.name());
        if (byId && byWrite) {
            throw new InputProblemException(
                    path, "Give either " + foreignKey + " or " + reference.name() + ", not both");
        }
        if (byId) {
            return byId(reference, row.get(foreignKey), path.then(foreignKey));
        }
        return byWrite ? byWrite(reference, row.get(reference.name()), path.then(reference.name())) : null;
    }

    private AttributeWrite byId(ToOneAttribute reference, @Nullable Object id, InputPath path) {
        return id == null
                ? new AttributeWrite.Disconnect(path)
                : new AttributeWrite.Connect(path, keys.ofId(shown.target(reference), id.toString(), path));
    }

    private AttributeWrite byWrite(ToOneAttribute reference, @Nullable Object value, InputPath path) {
        if (value == null) {
            return new AttributeWrite.Disconnect(path);
        }
        EntityModel target = shown.target(reference);
        Map<String, @Nullable Object> write = Inputs.object(value);
        String verb = write.keySet().iterator().next(); // exactly one, the schema sees to it
        Map<String, @Nullable Object> operand = Inputs.object(write, verb);
        InputPath place = path.then(verb);
        return switch (verb) {
            case "connect" -> new AttributeWrite.Connect(path, keys.read(target, operand, place));
            case "create" -> new AttributeWrite.Create(path, read(target, operand, place));
            default -> connectOrCreate(target, operand, path, place);
        };
    }

    private AttributeWrite connectOrCreate(
            EntityModel target, Map<String, @Nullable Object> either, InputPath path, InputPath place) {
        RowKey key = keys.read(target, Inputs.object(either, "key"), place.then("key"));
        RowWrite create = read(target, Inputs.object(either, "create"), place.then("create"));
        return new AttributeWrite.ConnectOrCreate(path, key, KeyedRow.of(key, create));
    }
}
