package dev.quipu.mutation;

import dev.quipu.mutation.AttributeWrite.Connect;
import dev.quipu.mutation.AttributeWrite.ConnectOrCreate;
import dev.quipu.mutation.AttributeWrite.Elements;
import dev.quipu.mutation.ElementWrite.Replace;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys of all rows that a request wants to be found; not of those that it only refers to by their ids. */
final class NamedKeys {

    private NamedKeys() {}

    static Stream<RowKey> of(Command command) {
        if (command instanceof Command.Create create) {
            return of(create.row());
        }
        if (command instanceof Command.CreateAll create) {
            return create.rows().stream().flatMap(NamedKeys::of);
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

    private static Stream<RowKey> of(@Nullable RowWrite row) {
        return row == null ? Stream.empty() : row.attributes().values().stream().flatMap(NamedKeys::of);
    }

    private static Stream<RowKey> of(AttributeWrite write) {
        if (write instanceof Connect connect) {
            boolean found = connect.key().id() == null || connect.key().entity().softDeletable();
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

    private static Stream<RowKey> of(List<? extends ElementWrite> writes) {
        return writes.stream().flatMap(NamedKeys::of);
    }

    private static Stream<RowKey> of(ElementWrite write) {
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
