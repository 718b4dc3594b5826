package dev.quipu.query;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.security.Access;
import dev.quipu.security.Action;
import dev.quipu.security.ForbiddenException;
import dev.quipu.security.Right;
import dev.quipu.security.Right.Fixed;
import dev.quipu.security.Right.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the predicates of what the viewer of a statement may do. One that always holds is null. */
final class Permissions {

    private final Statement statement;
    private final Access access;
    private final RowTests tests;

    Permissions(Statement statement, Access access) {
        this.statement = statement;
        this.access = access;
        this.tests = new RowTests(statement);
    }

    /** The rows of the source that may be read, and meet the other predicate too. */
    Range range(EntityModel entity, String source, @Nullable String other) {
        return range(entity, source, statement.name(), other);
    }

    /** The elements in the source that may be read, and read to belong there. */
    Range elements(ToManyAttribute collection, EntityModel element, String source) {
        String alias = statement.name();
        return range(element, source, alias, reading(element.name(), collection.mappedBy(), alias));
    }

    private Range range(EntityModel entity, String source, String alias, @Nullable String other) {
        List<String> restrictions = new ArrayList<>();
        add(restrictions, other);
        add(restrictions, readable(entity.name(), alias));
        return new Range(entity, source, alias, restrictions, this);
    }

    private static void add(List<String> predicates, @Nullable String predicate) {
        if (predicate != null) {
            predicates.add(predicate);
        }
    }

    /** The row may be read. */
    @Nullable
    String readable(String entity, String alias) {
        return predicate(access.rows(entity, Action.READ), alias);
    }

    /** There is a row in the source that may be read. */
    @Nullable
    String visible(String entity, String source) {
        Right right = access.rows(entity, Action.READ);
        if (right == Fixed.ALWAYS) {
            return null;
        }
        String alias = statement.name();
        return "exists (select 1 from " + source + " " + alias + " where " + predicate(right, alias) + ")";
    }

    /**
     * The attribute may be read in the row.
     *
     * @throws ForbiddenException if it may be read in none
     */
    @Nullable
    String reading(String entity, String attribute, String alias) {
        Right right = access.attribute(entity, attribute, Action.READ);
        if (right == Fixed.NEVER) {
            throw new ForbiddenException("Reading " + entity + "." + attribute);
        }
        return predicate(right, alias);
    }

    /** The attribute's value, or null where it may not be read. */
    String path(String entity, BasicAttribute attribute, String alias) {
        return guarded(reading(entity, attribute.name(), alias), alias + "." + attribute.name());
    }

    static String guarded(@Nullable String guard, String value) {
        return guard == null ? value : "case when " + guard + " then " + value + " end";
    }

    /** The action may be done with the row, and with each of the attributes. */
    Predicate granted(EntityModel entity, Action action, List<AttributeModel> attributes, String alias) {
        List<Right> rights = new ArrayList<>();
        rights.add(access.rows(entity.name(), action));
        attributes.forEach(attribute -> rights.add(access.attribute(entity.name(), attribute.name(), action)));
        return Predicate.all(rights.stream()
                .distinct()
                .filter(right -> right != Fixed.ALWAYS)
                .map(right -> Predicate.one(Objects.requireNonNull(predicate(right, alias))))
                .toList());
    }

    /** One of the parts of an AND. */
    private @Nullable String predicate(Right right, String alias) {
        if (right instanceof Where where) {
            return Predicate.any(where.tests().stream()
                            .map(test -> tests.predicate(test, alias))
                            .toList())
                    .conjunct();
        }
        return right == Fixed.ALWAYS ? null : Predicate.FALSE.text();
    }
}
