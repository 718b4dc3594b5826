package dev.quipu.db.reverse;

import dev.quipu.db.reverse.EntityPlan.ToMany;
import dev.quipu.db.reverse.EntityPlan.ToOne;
import dev.quipu.db.reverse.StoredTable.Check;
import dev.quipu.db.reverse.StoredTable.Index;
import dev.quipu.db.reverse.StoredTable.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the source of one entity. */
final class EntityWriter {

    private static final String PANACHE = "io.quarkus.hibernate.orm.panache.";

    private final EntityPlan plan;
    private final Imports imports = new Imports();
    private final AttributeWriter attributes;
    private final RelationWriter relations;
    private final Generator generator;
    private final boolean panaches;

    private EntityWriter(EntityPlan plan, StoredSchema schema, Enums enums) {
        this.plan = plan;
        this.attributes = new AttributeWriter(plan, imports, enums);
        this.relations = new RelationWriter(plan, imports);
        this.generator = Generator.of(plan, schema);
        this.panaches = Generator.isPanaches(plan, generator);
    }

    static String source(EntityPlan plan, StoredSchema schema, Enums enums, String packageName) {
        EntityWriter writer = new EntityWriter(plan, schema, enums);
        String body = writer.body();
        return "package " + packageName + ";\n\n" + writer.imports.text() + body;
    }

    private String body() {
        List<String> fields = new ArrayList<>();
        if (!panaches) {
            fields.add(attributes.id(generator));
        }
        columns().filter(column -> !plan.isVersion(column)).forEach(column -> fields.add(field(column)));
        for (ToMany collection : plan.toManys()) {
            fields.add(relations.toMany(collection));
        }
        columns().filter(plan::isVersion).forEach(column -> fields.add(attributes.basic(column)));
        return header() + String.join("\n", fields) + "}\n";
    }

    /** All but the id; a reference that is the id, too. */
    private Stream<StoredColumn> columns() {
        return plan.table().columns().stream().filter(column -> !plan.isId(column) || plan.toOne(column) != null);
    }

    private String field(StoredColumn column) {
        ToOne toOne = plan.toOne(column);
        return toOne == null ? attributes.basic(column) : relations.toOne(column, toOne);
    }

    private String header() {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(imports.type("jakarta.persistence.Entity")));
        marks.add(table());
        if (plan.isSoftDeletable()) {
            marks.add(new Mark(imports.type("dev.quipu.model.SoftDeletable")));
        }
        for (Check check : plan.table().checks()) {
            if (!check.expression().isEmpty() && !ColumnChecks.isSaid(check, plan.table())) {
                marks.add(new Mark(imports.type("org.hibernate.annotations.Check"))
                        .with("name", JavaNames.literal(check.name().sql()))
                        .with("constraints", JavaNames.literal(withoutParentheses(check.expression()))));
            }
        }
        marks.add(grant());
        StringBuilder header = new StringBuilder();
        marks.forEach(mark -> header.append(mark.text("")).append('\n'));
        String parent = imports.type(PANACHE + (panaches ? "PanacheEntity" : "PanacheEntityBase"));
        return header + "public class " + plan.type() + " extends " + parent + " {\n\n";
    }

    /** What nobody is granted is closed, so that somebody has to begin. */
    private Mark grant() {
        String grant = imports.type("dev.quipu.security.Grant");
        return new Mark(grant).with("roles", JavaNames.literal("admin")).with("attributes", grant + ".ALL");
    }

    private Mark table() {
        Mark table = new Mark(imports.type("jakarta.persistence.Table"))
                .with("name", JavaNames.literal(plan.table().name().sql()));
        List<Mark> keys = new ArrayList<>();
        for (Key key : plan.table().keys()) {
            boolean ofId = key.columns().equals(List.of(plan.id().name()));
            boolean usual = plan.hasUsualName(key);
            if (!key.primary() && !ofId && (key.columns().size() > 1 || !usual)) {
                keys.add(key(key.name(), usual, key.columns()));
            }
        }
        List<Mark> indexes = new ArrayList<>();
        for (Index index : plan.table().indexes()) {
            boolean ofAttribute = index.unique() && index.columns().size() == 1;
            if (index.plain() && index.predicate() == null && !ofAttribute) {
                indexes.add(index(index));
            }
        }
        return table.withMarks("uniqueConstraints", keys).withMarks("indexes", indexes);
    }

    private Mark key(SqlName name, boolean usual, List<SqlName> columns) {
        Mark key = new Mark(imports.type("jakarta.persistence.UniqueConstraint"));
        if (!usual) {
            key.with("name", JavaNames.literal(name.sql()));
        }
        return key.withTexts(
                "columnNames",
                columns.stream().map(this::spelled).map(JavaNames::literal).toList());
    }

    private Mark index(Index index) {
        Mark mark = new Mark(imports.type("jakarta.persistence.Index"));
        if (!index.name().text().equals(plan.usualName(index.columns(), "idx"))) {
            mark.with("name", JavaNames.literal(index.name().sql()));
        }
        mark.with(
                "columnList",
                JavaNames.literal(String.join(
                        ", ", index.columns().stream().map(this::spelled).toList())));
        return index.unique() ? mark.with("unique", "true") : mark;
    }

    private String spelled(SqlName column) {
        return ColumnMapping.of(plan.table().column(column), false).spelled(column);
    }

    private static String withoutParentheses(String expression) {
        return expression.startsWith("(") && expression.endsWith(")")
                ? expression.substring(1, expression.length() - 1)
                : expression;
    }
}
