package dev.quipu.query;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity's rows under a name, as a FROM clause has them: those that the viewer may read, with null for what the viewer may not read in
 * them. All that a statement ranges over, and every value that it takes from a row, comes from here.
 */
final class Range {

    private final EntityModel entity;
    private final String source;
    private final String alias;
    private final List<String> restrictions;
    private final Permissions permissions;

    /**
     * Rows that meet some predicates.
     *
     * @param source {@code "Order"}, or {@code "e1.items"} for those that belong to a row of another range
     */
    Range(EntityModel entity, String source, String alias, List<String> restrictions, Permissions permissions) {
        this.entity = entity;
        this.source = source;
        this.alias = alias;
        this.restrictions = List.copyOf(restrictions);
        this.permissions = permissions;
    }

    EntityModel entity() {
        return entity;
    }

    String alias() {
        return alias;
    }

    /** The id, which whoever may read the row may read. */
    String id() {
        return alias + "." + entity.id().name();
    }

    /** An attribute's value; null where it may not be read. */
    String path(BasicAttribute attribute) {
        return permissions.path(entity.name(), attribute, alias);
    }

    /** The key of a reference; null where that may not be read, or the row that it points to. */
    String key(ToOneAttribute reference) {
        return Permissions.guarded(keyGuard(reference), rawKey(reference));
    }

    /**
     * The same, whoever asks; for those who ask for the guard too.
     *
     * @see #keyGuard
     */
    String rawKey(ToOneAttribute reference) {
        return "fk(" + alias + "." + reference.name() + ")";
    }

    String rawPath(BasicAttribute attribute) {
        return alias + "." + attribute.name();
    }

    /**
     * Where the attribute, or the field that code computes, may be read: a predicate, or null for everywhere.
     *
     * @throws dev.quipu.security.ForbiddenException if it may be read nowhere
     */
    @Nullable
    String guard(String attribute) {
        return permissions.reading(entity.name(), attribute, alias);
    }

    /** Where the reference and the row that it points to may be read. */
    @Nullable
    String keyGuard(ToOneAttribute reference) {
        String guard = guard(reference.name());
        String visible = permissions.visible(reference.target(), alias + "." + reference.name());
        if (guard == null || visible == null) {
            return guard == null ? visible : guard;
        }
        return guard + " and " + visible;
    }

    /** The row that a reference points to, or none. */
    Range target(ToOneAttribute reference, EntityModel target) {
        return permissions.range(target, alias + "." + reference.name(), guard(reference.name()));
    }

    /** The rows of a collection; whoever may not read to whom they belong does not read them as somebody's. */
    Range elements(ToManyAttribute collection, EntityModel element) {
        return permissions.elements(collection, element, alias + "." + collection.name());
    }

    /** {@code " from Order e1 where .."}, the rows that meet all conditions. */
    String rows(List<String> conditions) {
        return rows("", conditions);
    }

    /** The same with joins. */
    String rows(String joins, List<String> conditions) {
        List<String> all = new ArrayList<>(restrictions);
        all.addAll(conditions);
        return " from " + source + " " + alias + joins + (all.isEmpty() ? "" : " where " + String.join(" and ", all));
    }
}
