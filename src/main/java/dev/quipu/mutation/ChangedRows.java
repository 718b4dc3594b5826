package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.mutation.AttributeWrite.Elements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation says that it changes.
 *
 * @param keys of the rows that exist and are changed
 * @param written the entities of which rows are made or changed
 */
record ChangedRows(List<RowKey> keys, Set<EntityModel> written) {

    /** Null if the operation removes rows or runs code, so that it changes others than it names. */
    static @Nullable ChangedRows of(List<Command> commands) {
        ChangedRows changed = new ChangedRows(new ArrayList<>(), new HashSet<>());
        return commands.stream().allMatch(changed::note) ? changed : null;
    }

    private boolean note(Command command) {
        if (command instanceof Command.Create create) {
            return note(create.row());
        }
        if (command instanceof Command.CreateAll create) {
            return create.rows().stream().allMatch(this::note);
        }
        if (command instanceof Command.Update update) {
            keys.add(update.target().key());
            return note(update.patch());
        }
        if (command instanceof Command.Upsert upsert) {
            keys.add(upsert.target().key());
            return note(upsert.create()) && note(upsert.patch());
        }
        return false;
    }

    private boolean note(@Nullable RowWrite row) {
        if (row == null) {
            return true;
        }
        written.add(row.entity());
        return row.attributes().values().stream().allMatch(this::note);
    }

    private boolean note(AttributeWrite write) {
        if (write instanceof AttributeWrite.Create create) {
            return note(create.row());
        }
        if (write instanceof AttributeWrite.ConnectOrCreate either) {
            return note(either.row());
        }
        return !(write instanceof Elements elements)
                || elements.writes().stream().allMatch(this::note);
    }

    private boolean note(ElementWrite write) {
        if (write instanceof ElementWrite.Create create) {
            return note(create.row());
        }
        if (write instanceof ElementWrite.Connect connect) {
            return changed(connect.key());
        }
        if (write instanceof ElementWrite.Disconnect disconnect) {
            return changed(disconnect.key());
        }
        if (write instanceof ElementWrite.Update update) {
            return changed(update.target().key()) && note(update.patch());
        }
        if (write instanceof ElementWrite.Upsert upsert) {
            return (upsert.key() == null || changed(upsert.key())) && note(upsert.create()) && note(upsert.patch());
        }
        return false;
    }

    private boolean changed(RowKey key) {
        keys.add(key);
        written.add(key.entity());
        return true;
    }
}
