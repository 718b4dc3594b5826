package dev.quipu.rule.tool;

import dev.quipu.rule.engine.RulePlan;
import dev.quipu.rule.tool.AttributeEdge.Node;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;

/**
 * Which attribute follows from which, as text that others draw: {@code dot -Tsvg} the one, Markdown viewers the other. Arrows lead
 * from what is read to what follows from it; dashed ones from what decides whether a row counts.
 */
@Singleton
public final class RuleGraph {

    private final Set<AttributeEdge> edges;

    public RuleGraph(SessionFactory sessionFactory) {
        edges = AttributeEdge.of(RulePlan.of(sessionFactory));
    }

    /** For Graphviz. */
    public String dot() {
        StringBuilder text =
                new StringBuilder("digraph rules {\n  rankdir = LR\n  node [shape = box, style = rounded]\n");
        byEntity().forEach((entity, nodes) -> {
            text.append("  subgraph \"cluster_").append(entity).append("\" {\n    label = \"" + entity + "\"\n");
            nodes.forEach(node -> text.append("    " + dotId(node) + " [label = \"" + node.name() + "\"]\n"));
            text.append("  }\n");
        });
        for (AttributeEdge edge : edges) {
            text.append("  " + dotId(edge.from()) + " -> " + dotId(edge.to()) + " [label = \"" + edge.kind() + "\""
                    + (edge.kind().equals("where") ? ", style = dashed" : "") + "]\n");
        }
        return text.append("}\n").toString();
    }

    private static String dotId(Node node) {
        return "\"" + node.entity() + "." + node.name() + "\"";
    }

    /** For Mermaid. */
    public String mermaid() {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        byEntity().forEach((entity, nodes) -> {
            text.append("  subgraph ").append(entity).append('\n');
            nodes.forEach(node -> text.append("    " + mermaidId(node) + "([" + node.name() + "])\n"));
            text.append("  end\n");
        });
        for (AttributeEdge edge : edges) {
            String arrow = edge.kind().equals("where") ? " -. where .-> " : " -- " + edge.kind() + " --> ";
            text.append("  " + mermaidId(edge.from()) + arrow + mermaidId(edge.to()) + "\n");
        }
        return text.toString();
    }

    private static String mermaidId(Node node) {
        return node.entity() + "_" + node.name();
    }

    private Map<String, Set<Node>> byEntity() {
        Map<String, Set<Node>> nodes = new LinkedHashMap<>();
        edges.stream().flatMap(edge -> Stream.of(edge.from(), edge.to())).forEach(node -> nodes.computeIfAbsent(
                        node.entity(), entity -> new LinkedHashSet<>())
                .add(node));
        return nodes;
    }
}
