package dev.quipu.graphql.limit;

import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.ObjectValue;
import graphql.language.StringValue;

/** Checks what stands anywhere in a document, spread or not: directives and values. */
final class DocumentValues {

    private final Limits limits;
    private final InputBounds bounds;

    DocumentValues(Limits limits, InputBounds bounds) {
        this.limits = limits;
        this.bounds = bounds;
    }

    void check(Document document) {
        check(document, 0);
    }

    private void check(Node<?> node, int depth) {
        int inside = depth;
        if (node instanceof DirectivesContainer<?> container) {
            TooMuchException.require(
                    container.getDirectives().size(), limits.directives(), "directives at one place", "directives");
        } else if (node instanceof StringValue text) {
            bounds.requireStorable(text.getValue());
        } else if (node instanceof ArrayValue list) {
            bounds.requireListSize(list.getValues().size());
            inside = nested(depth);
        } else if (node instanceof ObjectValue) {
            inside = nested(depth);
        } else if (node instanceof Directive) {
            inside = 0;
        }
        for (Node<?> child : node.getChildren()) {
            check(child, inside);
        }
    }

    private int nested(int depth) {
        bounds.requireDepth(depth + 1);
        return depth + 1;
    }
}
