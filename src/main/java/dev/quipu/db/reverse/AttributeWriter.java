package dev.quipu.db.reverse;

import dev.quipu.db.reverse.Generator.ByReference;
import dev.quipu.db.reverse.Generator.BySequence;
import dev.quipu.db.reverse.Generator.ByTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the attributes of one entity that hold values. */
final class AttributeWriter {

    private static final String JPA = "jakarta.persistence.";
    private static final String HIBERNATE = "org.hibernate.annotations.";

    private final EntityPlan plan;
    private final Imports imports;
    private final Enums enums;

    AttributeWriter(EntityPlan plan, Imports imports, Enums enums) {
        this.plan = plan;
        this.imports = imports;
        this.enums = enums;
    }

    String id(Generator generator) {
        StoredColumn column = plan.id();
        boolean shared = generator instanceof ByReference;
        ColumnMapping mapping = ColumnMapping.of(column, true);
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(jpa("Id")));
        if (generator instanceof ByTable) {
            marks.add(new Mark(jpa("GeneratedValue")).with("strategy", constant("GenerationType.IDENTITY")));
        } else if (generator instanceof BySequence by) {
            marks.add(new Mark(jpa("GeneratedValue")).with("strategy", constant("GenerationType.SEQUENCE")));
            marks.add(new Mark(jpa("SequenceGenerator"))
                    .with("sequenceName", JavaNames.literal(by.sequence().name().sql()))
                    .with("allocationSize", String.valueOf(by.sequence().increment())));
        }
        addJdbcType(mapping, marks);
        Mark form = shared ? new Mark(jpa("Column")) : column(column, mapping, "id", false);
        if (!form.isEmpty()) {
            marks.add(form);
        }
        return Mark.field(marks, imports.type(mapping.type()), idAttribute(generator), null);
    }

    private String idAttribute(Generator generator) {
        return generator instanceof ByReference ? "id" : plan.attribute(plan.id());
    }

    String basic(StoredColumn column) {
        List<Mark> marks = new ArrayList<>();
        ColumnMapping mapping = ColumnMapping.of(column, false);
        String type = enums.of(column, plan);
        if (type != null) {
            mapping = mapping.ofEnum(type);
            marks.add(new Mark(jpa("Enumerated")).with("value", constant("EnumType.STRING")));
        }
        if (column.generated()) {
            marks.add(new Mark(hibernate("Formula"))
                    .with("value", JavaNames.literal(column.name().sql())));
            return Mark.field(marks, imports.type(mapping.type()), plan.attribute(column), null);
        }
        if (plan.isVersion(column)) {
            marks.add(new Mark(jpa("Version")));
        }
        for (Map.Entry<String, String> bound :
                ColumnChecks.bounds(column, plan.table()).entrySet()) {
            marks.add(new Mark(imports.type("jakarta.validation.constraints." + bound.getKey()))
                    .with("value", bound.getValue()));
        }
        addJdbcType(mapping, marks);
        String expression = column.defaultValue();
        String initial = expression == null ? null : InitialValue.of(mapping.type(), type != null, expression, imports);
        boolean primitive = isPrimitive(column, mapping, initial);
        Mark form = column(column, mapping, plan.attribute(column), column.notNull() && !primitive);
        if (!form.isEmpty()) {
            marks.add(form);
        }
        if (expression != null) {
            marks.add(new Mark(hibernate("ColumnDefault")).with("value", JavaNames.literal(expression)));
        }
        addTransformer(column, mapping, marks);
        return Mark.field(
                marks,
                primitive ? String.valueOf(mapping.primitive()) : type == null ? imports.type(mapping.type()) : type,
                plan.attribute(column),
                primitive && (isZero(initial) || plan.isVersion(column)) ? null : initial);
    }

    /** Without a default in the database a value is asked for, which a primitive would not do. */
    private boolean isPrimitive(StoredColumn column, ColumnMapping mapping, @Nullable String initial) {
        return column.notNull() && mapping.primitive() != null && (initial != null || plan.isVersion(column));
    }

    private static boolean isZero(@Nullable String initial) {
        return initial != null && (initial.equals("false") || initial.matches("0[LFD]?"));
    }

    private Mark column(StoredColumn column, ColumnMapping mapping, String attribute, boolean required) {
        Mark mark = new Mark("Column");
        String spelled = mapping.spelled(column.name());
        if (!JavaNames.namesColumn(attribute, new SqlName(spelled))) {
            mark.with("name", JavaNames.literal(spelled));
        }
        boolean unique = !plan.isId(column) && plan.isUnique(column);
        // a primitive is never null, but only as long as nothing else is said of its column
        if (required || (column.notNull() && !plan.isId(column) && (unique || !mark.isEmpty()))) {
            mark.with("nullable", "false");
        }
        if (unique) {
            mark.with("unique", "true");
        }
        mapping.formInOrder().forEach((key, value) -> mark.with(key, constantOfLength(value)));
        if (!mark.isEmpty()) {
            jpa("Column");
        }
        return mark;
    }

    private String constantOfLength(String value) {
        if (value.equals(ColumnMapping.UNLIMITED)) {
            imports.type("org.hibernate.Length");
        }
        return value;
    }

    private void addJdbcType(ColumnMapping mapping, List<Mark> marks) {
        if (mapping.jdbcType() != null) {
            String types = imports.type("org.hibernate.type.SqlTypes");
            marks.add(new Mark(hibernate("JdbcTypeCode")).with("value", types + "." + mapping.jdbcType()));
        }
    }

    private void addTransformer(StoredColumn column, ColumnMapping mapping, List<Mark> marks) {
        String reading = mapping.reading();
        String writing = mapping.writing();
        if (reading != null && writing != null) {
            marks.add(new Mark(hibernate("ColumnTransformer"))
                    .with("read", JavaNames.literal(reading.formatted(mapping.spelled(column.name()))))
                    .with("write", JavaNames.literal(writing)));
        }
    }

    private String jpa(String name) {
        return imports.type(JPA + name);
    }

    private String hibernate(String name) {
        return imports.type(HIBERNATE + name);
    }

    private String constant(String name) {
        return imports.constant(JPA + name);
    }
}
