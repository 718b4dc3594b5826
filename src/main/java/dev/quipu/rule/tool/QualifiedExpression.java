package dev.quipu.rule.tool;

import dev.quipu.expr.Expression;
import dev.quipu.expr.PropertyPath;
import dev.quipu.expr.PropertyPath.Reference;
import dev.quipu.rule.engine.RuledEntity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression over an entity's row and its parents, with the joins that lead to them. The joins are outer ones: a path in the
 * expression itself would become an inner join and drop the rows without a parent. Hibernate restricts them: a parent that is softly
 * deleted gives null, as it does to the rules.
 *
 * @param text the expression, its paths written over the joined rows
 * @param source the from clause; the entity's row is {@code this_}
 */
record QualifiedExpression(String text, String source) {

    /** A text in quotes, or a name or dotted path that is no function. */
    private static final Pattern PATH =
            Pattern.compile("'(?:[^']|'')*'|(?<![\\w.])[A-Za-z_]\\w*(?:\\s*\\.\\s*\\w+)*(?!\\w)(?!\\s*[(.])");

    static QualifiedExpression of(RuledEntity entity, Expression expression) {
        String root = entity.entityName() + " this_";
        if (expression.reads().stream().allMatch(PropertyPath::own)) {
            return new QualifiedExpression(expression.text(), root);
        }
        Map<String, String> aliases = new LinkedHashMap<>();
        Map<String, String> paths = new LinkedHashMap<>();
        StringBuilder source = new StringBuilder(root);
        for (PropertyPath path : expression.reads()) {
            String alias = "this_";
            String prefix = "";
            for (Reference reference : path.references()) {
                String from = alias;
                prefix += reference.name() + ".";
                alias = aliases.get(prefix);
                if (alias == null) {
                    alias = "parent" + aliases.size() + "_";
                    aliases.put(prefix, alias);
                    source.append(" left join " + from + "." + reference.name() + " " + alias);
                }
            }
            paths.put(path.toString(), alias + "." + path.attribute());
        }
        return new QualifiedExpression(rewritten(expression.text(), paths), source.toString());
    }

    private static String rewritten(String text, Map<String, String> paths) {
        return PATH.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        paths.getOrDefault(match.group().replaceAll("\\s", ""), match.group())));
    }
}
