package dev.quipu.security;

import dev.quipu.model.EntityModel;
import dev.quipu.security.Right.Fixed;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer may do.
 *
 * <pre>{@code policy.of(viewer).rows(post, Action.UPDATE) // where author.id = viewer.id}</pre>
 */
public final class Access {

    /** Everything, for the server's own purposes. */
    public static final Access UNRESTRICTED = new Access(new Viewer(null, null, Set.of()), null);

    private final Viewer viewer;
    private final @Nullable Rights rights;

    Access(Viewer viewer, @Nullable Rights rights) {
        this.viewer = viewer;
        this.rights = rights;
    }

    public Viewer viewer() {
        return viewer;
    }

    /** With which rows of the entity it may be done. */
    public Right rows(EntityModel entity, Action action) {
        return rows(entity.name(), action);
    }

    /** The same by the entity's name. */
    public Right rows(String entity, Action action) {
        return rights == null ? Fixed.ALWAYS : rights.rows(entity, action);
    }

    /** Among those rows, in which it may be done with the attribute, or with a field that code computes; id and version may be read with the row. */
    public Right attribute(EntityModel entity, String attribute, Action action) {
        return attribute(entity.name(), attribute, action);
    }

    /** The same by the entity's name. */
    public Right attribute(String entity, String attribute, Action action) {
        return rights == null ? Fixed.ALWAYS : rights.attribute(entity, attribute, action);
    }
}
