package dev.quipu.graphql.limit;

import dev.quipu.query.RefusedInputException;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Measures a document with its fragments spread: depth and fields. Each fragment is measured once, so that fragments that spread
 * fragments cost nothing here, whatever they amount to. Spreads count as fields: a fragment may consist of nothing else.
 */
final class DocumentShape {

    /** What GraphiQL's own query needs, and some. */
    private static final int INTROSPECTION_DEPTH_MAX = 20;

    /** Selections within selections, fields or not, before the stack runs out. */
    private static final int NESTING_MAX = 200;

    private final Limits limits;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Extent> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    private DocumentShape(Limits limits, Document document) {
        this.limits = limits;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /**
     * Refuses a document that is too deep or too wide.
     *
     * @throws TooMuchException if so
     * @throws RefusedInputException if fragments go round in circles
     */
    static void check(Document document, Limits limits) {
        List<Definition> definitions = document.getDefinitions();
        TooMuchException.require(definitions.size(), limits.definitions(), "operations and fragments", "definitions");
        DocumentShape shape = new DocumentShape(limits, document);
        long fields = 0;
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            Extent extent = shape.of(operation.getSelectionSet(), 0);
            TooMuchException.require(extent.depth, limits.depth(), "fields within each other", "depth");
            fields += extent.fields;
            TooMuchException.require(fields, limits.fields(), "fields, with all fragments spread", "fields");
        }
        shape.checkUnused();
    }

    /** Validation walks through fragments that nothing spreads, too. */
    private void checkUnused() {
        for (FragmentDefinition fragment : fragments.values()) {
            Extent extent = ofFragment(fragment.getName(), 0);
            int depthMax = Introspection.isPart(fragment) ? INTROSPECTION_DEPTH_MAX : limits.depth();
            TooMuchException.require(extent.depth, depthMax, "fields within each other", "depth");
            TooMuchException.require(extent.fields, limits.fields(), "fields, with all fragments spread", "fields");
        }
    }

    /** What stands below a place: the longest way down, and the number of fields, which may be huge. */
    private record Extent(int depth, long fields) {

        static final Extent NOTHING = new Extent(0, 0);

        Extent spread() {
            return new Extent(depth, fields + 1);
        }

        Extent beside(Extent other) {
            return new Extent(Math.max(depth, other.depth), Math.min(fields + other.fields, Integer.MAX_VALUE));
        }
    }

    private Extent of(@Nullable SelectionSet selections, int nesting) {
        if (nesting > NESTING_MAX) {
            throw new TooMuchException(
                    "The request has more than " + NESTING_MAX + " selections within each other; the limit is "
                            + limits.depth() + " fields.",
                    "depth");
        }
        Extent extent = Extent.NOTHING;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                extent = extent.beside(of(selection, nesting + 1));
            }
        }
        return extent;
    }

    private Extent of(Selection<?> selection, int nesting) {
        if (selection instanceof FragmentSpread spread) {
            return ofFragment(spread.getName(), nesting).spread();
        }
        if (selection instanceof InlineFragment fragment) {
            return of(fragment.getSelectionSet(), nesting).spread();
        }
        Field field = (Field) selection;
        Extent below = of(field.getSelectionSet(), nesting);
        if (Introspection.isEntry(field)) {
            TooMuchException.require(below.depth, INTROSPECTION_DEPTH_MAX, "fields within introspection", "depth");
            return new Extent(1, 1 + below.fields);
        }
        return new Extent(1 + below.depth, 1 + below.fields);
    }

    private Extent ofFragment(String name, int nesting) {
        Extent measured = known.get(name);
        FragmentDefinition fragment = fragments.get(name);
        if (measured != null || fragment == null) {
            return measured == null ? Extent.NOTHING : measured;
        }
        if (!open.add(name)) {
            throw new RefusedInputException(
                    "The fragment \"" + name + "\" spreads itself, directly or through others; take it out of itself.");
        }
        Extent extent = of(fragment.getSelectionSet(), nesting);
        open.remove(name);
        known.put(name, extent);
        return extent;
    }
}
