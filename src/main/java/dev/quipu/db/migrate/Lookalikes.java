package dev.quipu.db.migrate;

import dev.quipu.db.schema.Column;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What goes and what comes and may be the same under another name; a schema does not tell. */
final class Lookalikes {

    private Lookalikes() {}

    /** Columns of one table with one type, and tables with the same columns. */
    static List<Rename> between(Schema was, Schema is) {
        List<Rename> found = new ArrayList<>();
        for (Table lost : was.tables().values()) {
            Table kept = is.tables().get(lost.name());
            if (kept != null) {
                columns(lost, kept).forEach(found::add);
            } else {
                tables(lost, was, is).forEach(found::add);
            }
        }
        return found;
    }

    private static Stream<Rename> columns(Table was, Table is) {
        return was.columns().values().stream()
                .filter(lost -> !is.columns().containsKey(lost.name()))
                .flatMap(lost -> is.columns().values().stream()
                        .filter(gained -> !was.columns().containsKey(gained.name()))
                        .filter(gained -> gained.type().equals(lost.type()))
                        .map(Column::name)
                        .map(gained -> new Rename(was.name(), lost.name(), gained)));
    }

    private static Stream<Rename> tables(Table lost, Schema was, Schema is) {
        return is.tables().values().stream()
                .filter(gained -> !was.tables().containsKey(gained.name()))
                .filter(gained ->
                        gained.columns().keySet().equals(lost.columns().keySet()))
                .map(gained -> new Rename(lost.name(), null, gained.name()));
    }
}
