package dev.quipu.db.reverse;

import dev.quipu.db.reverse.EntityPlan.ToMany;
import dev.quipu.db.reverse.EntityPlan.ToOne;
import java.util.ArrayList;
import java.util.List;

/** Writes the attributes of one entity that lead to others. */
final class RelationWriter {

    private static final String JPA = "jakarta.persistence.";
    private static final String HIBERNATE = "org.hibernate.annotations.";

    private final EntityPlan plan;
    private final Imports imports;

    RelationWriter(EntityPlan plan, Imports imports) {
        this.plan = plan;
        this.imports = imports;
    }

    /** A unique reference is a to-one like any other, and leads to a collection of one: the API has no other way back. */
    String toOne(StoredColumn column, ToOne toOne) {
        List<Mark> marks = new ArrayList<>();
        boolean shared = plan.isId(column);
        if (shared) {
            marks.add(new Mark(jpa("MapsId")));
        }
        Mark relation = new Mark(jpa(shared ? "OneToOne" : "ManyToOne")).with("fetch", constant("FetchType.LAZY"));
        marks.add(column.notNull() ? relation.with("optional", "false") : relation);
        Mark join = new Mark("JoinColumn");
        String attribute = plan.attribute(column);
        String usual = attribute + "_" + toOne.target().name().text();
        if (!JavaNames.namesColumn(usual, column.name())) {
            join.with("name", JavaNames.literal(column.name().sql()));
        }
        if (!shared && plan.isUnique(column)) {
            join.with("unique", "true");
        }
        String name = toOne.constraint().name().sql();
        if (!name.equals(plan.usualName(List.of(column.name()), "fkey"))) {
            join.with("foreignKey", new Mark(jpa("ForeignKey")).with("name", JavaNames.literal(name)));
        }
        if (!join.isEmpty()) {
            jpa("JoinColumn");
            marks.add(join);
        }
        String action = toOne.constraint().onDelete() == 'c'
                ? "CASCADE"
                : toOne.constraint().onDelete() == 'n' ? "SET_NULL" : null;
        if (action != null) {
            String actions = imports.type(HIBERNATE + "OnDeleteAction");
            marks.add(new Mark(imports.type(HIBERNATE + "OnDelete")).with("action", actions + "." + action));
        }
        return Mark.field(marks, toOne.type(), attribute, null);
    }

    String toMany(ToMany collection) {
        Mark mark = new Mark(jpa("OneToMany")).with("mappedBy", JavaNames.literal(collection.mappedBy()));
        if (collection.removed()) {
            mark.with("cascade", constant("CascadeType.REMOVE"));
        }
        String list = imports.type("java.util.List");
        String initial = "new " + imports.type("java.util.ArrayList") + "<>()";
        return Mark.field(List.of(mark), list + "<" + collection.type() + ">", collection.name(), initial);
    }

    private String jpa(String name) {
        return imports.type(JPA + name);
    }

    private String constant(String name) {
        return imports.constant(JPA + name);
    }
}
