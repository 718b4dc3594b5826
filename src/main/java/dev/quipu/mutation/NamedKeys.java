package dev.quipu.mutation;

import static dev.quipu.security.Right.Fixed.ALWAYS;

import dev.quipu.model.EntityModel;
import dev.quipu.mutation.AttributeWrite.Connect;
import dev.quipu.mutation.AttributeWrite.ConnectOrCreate;
import dev.quipu.mutation.AttributeWrite.Elements;
import dev.quipu.mutation.ElementWrite.Replace;
import dev.quipu.security.Access;
import dev.quipu.security.Action;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys of all rows that a request wants to be found; not of those that it only refers to by their ids. */
record NamedKeys(Access access) {

    Stream<RowKey> of(Command command) {
        if (command instanceof Command.Create create) {
            return of(create.row());
        }
        if (command instanceof Command.CreateAll create) {
            return create.rows().stream().flatMap(this::of);
        }
        if (command instanceof Command.Update update) {
            return Stream.concat(Stream.of(update.target().key()), of(update.patch()));
        }
        if (command instanceof Command.UpdateAll update) {
            return of(update.patch());
        }
        if (command instanceof Command.Upsert upsert) {
            return Stream.of(Stream.of(upsert.target().key()), of(upsert.create()), of(upsert.patch()))
                    .flatMap(keys -> keys);
        }
        if (command instanceof Command.Call call) {
            return call.rows().stream();
        }
        return command instanceof Command.Delete delete
                ? Stream.of(delete.target().key())
                : Stream.empty();
    }

    /** Whether rows of the entity are looked for even where a foreign key would tell that one is not there. */
    static boolean areLookedUp(EntityModel entity, Access access) {
        return entity.softDeletable() || access.rows(entity, Action.READ) != ALWAYS;
    }

    private Stream<RowKey> of(@Nullable RowWrite row) {
        return row == null ? Stream.empty() : row.attributes().values().stream().flatMap(this::of);
    }

    private Stream<RowKey> of(AttributeWrite write) {
        if (write instanceof Connect connect) {
            boolean found =
                    connect.key().id() == null || areLookedUp(connect.key().entity(), access);
            return found ? Stream.of(connect.key()) : Stream.empty();
        }
        if (write instanceof AttributeWrite.Create create) {
            return of(create.row());
        }
        if (write instanceof ConnectOrCreate either) {
            return Stream.concat(Stream.of(either.key()), of(either.row()));
        }
        return write instanceof Elements elements ? of(elements.writes()) : Stream.empty();
    }

    private Stream<RowKey> of(List<? extends ElementWrite> writes) {
        return writes.stream().flatMap(this::of);
    }

    private Stream<RowKey> of(ElementWrite write) {
        if (write instanceof ElementWrite.Create create) {
            return of(create.row());
        }
        if (write instanceof ElementWrite.Connect connect) {
            return Stream.of(connect.key());
        }
        if (write instanceof ElementWrite.Disconnect disconnect) {
            return Stream.of(disconnect.key());
        }
        if (write instanceof ElementWrite.Update update) {
            return Stream.concat(Stream.of(update.target().key()), of(update.patch()));
        }
        if (write instanceof ElementWrite.Upsert upsert) {
            return Stream.of(Stream.ofNullable(upsert.key()), of(upsert.create()), of(upsert.patch()))
                    .flatMap(keys -> keys);
        }
        return write instanceof Replace replace
                ? of(replace.elements())
                : Stream.of(((ElementWrite.Delete) write).target().key());
    }
}
