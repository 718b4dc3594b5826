package dev.quipu.db.reverse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The enums that the entities need: those of PostgreSQL, and lists of texts to which a check restricts a column. */
final class Enums {

    private final StoredSchema schema;
    private final Map<String, List<String>> constants = new LinkedHashMap<>();

    Enums(StoredSchema schema) {
        this.schema = schema;
    }

    /** The name of the enum for a column, which is needed from now on; null if its values are no constants of Java. */
    @Nullable
    String of(StoredColumn column, EntityPlan plan) {
        List<String> labels = schema.enums().get(column.type());
        String name = JavaNames.type(column.type());
        if (labels == null) {
            labels = ColumnChecks.labels(column, plan.table());
            name = plan.type() + JavaNames.upperFirst(plan.attribute(column));
        }
        if (labels == null || labels.isEmpty() || !JavaNames.areConstants(labels)) {
            return null;
        }
        constants.put(name, labels);
        return name;
    }

    /** The source of each, by its name. */
    Map<String, String> sources(String packageName) {
        Map<String, String> sources = new LinkedHashMap<>();
        constants.forEach((name, labels) -> sources.put(
                name,
                labels.stream()
                        .map(label -> "    " + label)
                        .collect(Collectors.joining(
                                ",\n", "package " + packageName + ";\n\npublic enum " + name + " {\n", "\n}\n"))));
        return sources;
    }
}
