package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.mutation.AttributeWrite.Elements;
import dev.quipu.mutation.ElementWrite.Connect;
import dev.quipu.mutation.ElementWrite.Create;
import dev.quipu.mutation.ElementWrite.Delete;
import dev.quipu.mutation.ElementWrite.Disconnect;
import dev.quipu.mutation.ElementWrite.Replace;
import dev.quipu.mutation.ElementWrite.Update;
import dev.quipu.mutation.ElementWrite.Upsert;
import dev.quipu.mutation.RowWriter.Owner;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes the elements of a row's collection. */
final class ElementWriter {

    private final Attempt attempt;
    private final RowState state;
    private final RowFinder finder;
    private final RowWriter rows;
    private final ReferenceWriter references;
    private final RowRemover remover;

    ElementWriter(
            Attempt attempt,
            RowState state,
            RowFinder finder,
            RowWriter rows,
            ReferenceWriter references,
            RowRemover remover) {
        this.attempt = attempt;
        this.state = state;
        this.finder = finder;
        this.rows = rows;
        this.references = references;
        this.remover = remover;
    }

    void write(Owner owner, Elements changes) {
        for (ElementWrite change : changes.writes()) {
            write(owner, change, changes.path());
        }
    }

    private void write(Owner owner, ElementWrite change, InputPath path) {
        if (change instanceof Create create) {
            rows.create(create.row(), owner);
        } else if (change instanceof Connect connect) {
            point(
                    owner,
                    finder.require(connect.key()),
                    owner.row(),
                    connect.key().path());
        } else if (change instanceof Disconnect disconnect) {
            point(
                    owner,
                    own(owner, new RowTarget(disconnect.key(), null)),
                    null,
                    disconnect.key().path());
        } else if (change instanceof Update update) {
            Object element = own(owner, update.target());
            if (element != null) {
                rows.patch(element, update.patch());
            }
        } else if (change instanceof Upsert upsert) {
            upsert(owner, upsert);
        } else if (change instanceof Delete delete) {
            delete(owner, delete.target());
        } else if (change instanceof Replace replace) {
            replace(owner, replace, path);
        }
    }

    /** Makes the element that owner's, or nobody's. */
    private void point(Owner owner, @Nullable Object element, @Nullable Object target, InputPath path) {
        if (element != null) {
            String reference = owner.collection().mappedBy();
            attempt.judgement().point(element(owner), element, reference, path);
            references.point(element(owner), element, reference, target);
        }
    }

    private @Nullable Object upsert(Owner owner, Upsert upsert) {
        RowKey key = upsert.key();
        Object element = key == null ? null : finder.find(key);
        if (key == null) {
            return rows.create(upsert.create(), owner);
        }
        if (element == null) {
            return rows.createAbsent(key, upsert.create(), owner);
        }
        if (!owns(owner, element)) {
            refuseForeign(owner, key);
            return null;
        }
        if (upsert.patch() != null) {
            rows.patch(element, upsert.patch());
        }
        return element;
    }

    private void delete(Owner owner, RowTarget target) {
        Object removed = finder.removedHere(target.key());
        if (removed != null) {
            finder.isAsSeen(target, removed);
            return;
        }
        Object element = own(owner, target);
        if (element != null) {
            remover.remove(element(owner), element, target.key().path());
        }
    }

    private void replace(Owner owner, Replace replace, InputPath path) {
        Set<@Nullable Object> kept = new HashSet<>();
        for (Upsert element : replace.elements()) {
            kept.add(upsert(owner, element));
        }
        finder.elements(owner).stream()
                .filter(element -> !kept.contains(element))
                .forEach(element -> drop(owner, element, path));
    }

    private void drop(Owner owner, Object element, InputPath path) {
        boolean homeless = element(owner)
                .toOnes()
                .anyMatch(
                        reference -> reference.name().equals(owner.collection().mappedBy()) && reference.nullable());
        if (owner.collection().orphanRemoval() || !homeless) {
            remover.remove(element(owner), element, path);
        } else {
            point(owner, element, null, path);
        }
    }

    /** The element, if it is there and the owner's; else null, and refused. */
    private @Nullable Object own(Owner owner, RowTarget target) {
        Object element = finder.require(target);
        if (element != null && !owns(owner, element)) {
            refuseForeign(owner, target.key());
            return null;
        }
        return element;
    }

    /** Whose element it is may be nobody else's business. */
    private boolean owns(Owner owner, Object element) {
        String reference = owner.collection().mappedBy();
        return finder.is(owner, state.get(element(owner), element, reference))
                && attempt.judgement().mayRead(element(owner), element, reference);
    }

    private void refuseForeign(Owner owner, RowKey key) {
        Object id = state.id(owner.entity(), owner.row());
        finder.refuse(
                key,
                key + " is not among the " + owner.collection().name() + " of "
                        + owner.entity().name() + " " + id);
    }

    private EntityModel element(Owner owner) {
        return attempt.model().entity(owner.collection().target());
    }
}
