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
        return rights == null ? Fixed.ALWAYS : rights.rows(entity.name(), action);
    }

    /** Among those rows, in which it may be done with the attribute, or with a field that code computes; id and version may be read with the row. */
    public Right attribute(EntityModel entity, String attribute, Action action) {
        return rights == null || (action == Action.READ && comesWithRow(entity, attribute))
                ? Fixed.ALWAYS
                : rights.attribute(entity.name(), attribute, action);
    }

    private static boolean comesWithRow(EntityModel entity, String attribute) {
        return attribute.equals(entity.id().name())
                || (entity.version() != null
                        && attribute.equals(entity.version().name()));
    }
}
