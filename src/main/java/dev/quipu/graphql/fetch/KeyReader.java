package dev.quipu.graphql.fetch;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quipu.graphql.schema.Names;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.mutation.InputPath;
import dev.quipu.mutation.RowKey;
import dev.quipu.mutation.RowTarget;
import dev.quipu.mutation.RowTarget.SeenVersion;
import dev.quipu.query.NodeId;
import dev.quipu.query.RefusedInputException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Understands what names a row. */
public final class KeyReader {

    private static final String EXPECTED_VERSION = "expectedVersion";

    private final ValueReader values;

    public KeyReader(ObjectMapper json) {
        this(new ValueReader(json));
    }

    KeyReader(ValueReader values) {
        this.values = values;
    }

    /** From {@code {id: ..}}, {@code {nodeId: ..}} or {@code {username: ..}}; exactly one, the schema sees to it. */
    public RowKey read(EntityModel entity, Map<String, @Nullable Object> key, InputPath path) {
        String name = key.keySet().iterator().next();
        Object value = key.get(name);
        if (name.equals(Names.NODE_ID)) {
            return ofNodeId(entity, String.valueOf(value), path.then(name));
        }
        if (name.equals(entity.id().name())) {
            return ofId(entity, String.valueOf(value), path.then(name));
        }
        BasicAttribute attribute = (BasicAttribute) Objects.requireNonNull(entity.attribute(name), name);
        Object read = Objects.requireNonNull(values.read(attribute, value, path.then(name)), name);
        return new RowKey(entity, Map.of(name, read), path.then(name));
    }

    /** A target by its key and the {@code expectedVersion} beside it. */
    RowTarget target(RowKey key, Map<String, @Nullable Object> input, InputPath path) {
        BasicAttribute version = key.entity().version();
        InputPath place = path.then(EXPECTED_VERSION);
        Object seen = version == null ? null : values.read(version, input.get(EXPECTED_VERSION), place);
        return new RowTarget(key, seen == null ? null : new SeenVersion(seen, place));
    }

    RowKey ofId(EntityModel entity, String id, InputPath path) {
        return RowKey.ofId(entity, values.id(entity, id, path), path);
    }

    private RowKey ofNodeId(EntityModel entity, String text, InputPath path) {
        NodeId node = nodeId(text, path);
        if (!node.entity().equals(entity.name())) {
            throw new InputProblemException(
                    path,
                    "This is the nodeId of " + node.entity() + " " + node.id() + "; give one of " + entity.name()
                            + ".");
        }
        return ofId(entity, node.id(), path);
    }

    private static NodeId nodeId(String text, InputPath path) {
        try {
            return NodeId.parse(text);
        } catch (RefusedInputException e) {
            throw new InputProblemException(path, String.valueOf(e.getMessage()));
        }
    }
}
