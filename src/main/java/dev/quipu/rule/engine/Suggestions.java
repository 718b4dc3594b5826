package dev.quipu.rule.engine;

import dev.quipu.expr.ExpressionException;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Nearest;
import dev.quipu.model.ToOneAttribute;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what exists where a name was not found, and which of it was probably meant. */
final class Suggestions {

    /** A name or a dotted path that is neither a function nor inside quotes. */
    private static final Pattern PATH = Pattern.compile("'[^']*'|\\b[A-Za-z_]\\w*(?:\\.\\w+)*\\b(?!\\s*\\()");

    private Suggestions() {}

    /** {@code OrderItem has no attribute "amonut" (it has amount, quantity). Maybe "items.amount"?} */
    static String noAttribute(
            String entity, String missing, Stream<? extends AttributeModel> candidates, String kind, String text) {
        List<String> names = candidates.map(AttributeModel::name).toList();
        String nearest = Nearest.to(missing, names);
        return entity + " has no " + kind + " \"" + missing + "\" (it has "
                + (names.isEmpty() ? "none" : String.join(", ", names)) + ")."
                + (nearest == null ? "" : " Maybe \"" + text.replace(missing, nearest) + "\"?");
    }

    /** What is wrong with an expression: the first name that does not exist, else what Hibernate says. */
    static String explain(EntityModel entity, String text, ExpressionException problem) {
        return explain(Map.of(), entity, text, problem);
    }

    static String explain(
            Map<String, RuledEntity> entities, EntityModel entity, String text, ExpressionException problem) {
        Matcher paths = PATH.matcher(text);
        while (problem.isUnparsed() && paths.find()) {
            String unknown = unknown(entities, entity, paths.group(), text);
            if (unknown != null) {
                return unknown;
            }
        }
        return String.valueOf(problem.getMessage());
    }

    private static @Nullable String unknown(
            Map<String, RuledEntity> entities, EntityModel entity, String path, String text) {
        if (path.startsWith("'") || KEYWORDS.contains(path.toLowerCase(Locale.ROOT))) {
            return null;
        }
        EntityModel current = entity;
        for (String name : path.split("\\.")) {
            AttributeModel attribute = current.attribute(name);
            if (attribute == null) {
                return noAttribute(current.name(), name, current.attributes().values().stream(), "attribute", text);
            }
            if (!(attribute instanceof ToOneAttribute reference) || !entities.containsKey(reference.target())) {
                return null;
            }
            current = entities.get(reference.target()).model;
        }
        return null;
    }

    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "or",
            "not",
            "is",
            "null",
            "in",
            "between",
            "like",
            "ilike",
            "escape",
            "case",
            "when",
            "then",
            "else",
            "end",
            "true",
            "false",
            "distinct",
            "from");
}
