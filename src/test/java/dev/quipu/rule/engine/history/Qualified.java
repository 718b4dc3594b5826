package dev.quipu.rule.engine.history;

import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToOneAttribute;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a rule with its paths spelled out for a query: left joins, where HQL would make inner ones. */
final class Qualified {

    private static final Pattern TEXT_OR_PATH = Pattern.compile("'[^']*'|[A-Za-z_][\\w.]*");

    private final Model model;
    private final EntityModel entity;
    private final String alias;
    private final Map<String, String> joins = new LinkedHashMap<>();

    Qualified(Model model, EntityModel entity, String alias) {
        this.model = model;
        this.entity = entity;
        this.alias = alias;
    }

    String text(String rule) {
        return TEXT_OR_PATH.matcher(rule).replaceAll(match -> Matcher.quoteReplacement(path(match.group())));
    }

    /** The joins that the paths need, to stand after the entity. */
    String joins() {
        return String.join("", joins.values());
    }

    private String path(String path) {
        String[] names = path.split("\\.");
        if (entity.attribute(names[0]) == null) {
            return path;
        }
        String owner = alias;
        EntityModel current = entity;
        for (int i = 0; i < names.length - 1; i++) {
            String parent = owner + "_" + names[i];
            joins.putIfAbsent(parent, " left join " + owner + "." + names[i] + " " + parent);
            current = model.entity(((ToOneAttribute) current.attribute(names[i])).target());
            owner = parent;
        }
        return owner + "." + names[names.length - 1];
    }
}
