package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.EntityModel;
import dev.quipu.query.NodeId;
import dev.quipu.query.Operands;
import dev.quipu.query.RefusedInputException;
import dev.quipu.query.RowRequest;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;

/** Finds entities of any type by their opaque ids. */
final class NodeFetchers {

    private final Shown shown;
    private final Selections selections;
    private final Reads reads;

    NodeFetchers(Shown shown, Selections selections, Reads reads) {
        this.shown = shown;
        this.selections = selections;
        this.reads = reads;
    }

    Object one(DataFetchingEnvironment environment) {
        return reads.json(environment, (reader, session) -> {
            RowRequest request = request(environment.getArgument(Names.NODE_ID), environment);
            return reader.one(session, request.selection(), request.condition());
        });
    }

    Object several(DataFetchingEnvironment environment) {
        return reads.json(environment, (reader, session) -> {
            List<String> nodeIds = environment.getArgument("nodeIds");
            selections.requireAffordable(nodeIds.size(), "nodeIds");
            return reader.several(
                    session,
                    nodeIds.stream().map(id -> request(id, environment)).toList());
        });
    }

    private RowRequest request(String nodeId, DataFetchingEnvironment environment) {
        NodeId node = NodeId.parse(nodeId);
        EntityModel entity = shown.entities()
                .filter(shownEntity -> shownEntity.name().equals(node.entity()))
                .findFirst()
                .orElseThrow(() -> new RefusedInputException(
                        "nodeId \"" + nodeId + "\" was not given out by this API; query one."));
        return RowRequest.byId(
                selections.entity(entity, environment.getSelectionSet()), Operands.id(entity.id(), node.id()));
    }
}
