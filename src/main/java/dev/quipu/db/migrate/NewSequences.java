package dev.quipu.db.migrate;

import dev.quipu.db.migrate.Step.Phase;
import dev.quipu.db.schema.Difference;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.Sequence;
import dev.quipu.db.schema.Sql;
import dev.quipu.db.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.persister.entity.EntityPersister;

/** Sequences that come to tables with rows: they go on behind the ids that are taken. */
record NewSequences(SessionFactory entities) {

    List<Step> of(List<Difference> differences, Schema was) {
        return differences.stream()
                .filter(difference -> difference.before() == null)
                .map(Difference::after)
                .filter(Sequence.class::isInstance)
                .map(sequence -> ((Sequence) sequence).name())
                .flatMap(sequence -> behindTheRows(sequence, was).stream())
                .toList();
    }

    private List<Step> behindTheRows(String sequence, Schema was) {
        List<String> greatest = new ArrayList<>();
        ids(sequence, was).forEach((table, id) -> greatest.add("(select max(" + id + ") from " + table + ")"));
        // setval does nothing with null, which it gets if there is no row
        return greatest.isEmpty()
                ? List.of()
                : List.of(Step.of(
                        Phase.BACKFILL,
                        "select setval(" + Sql.text(sequence) + ", greatest(" + String.join(", ", greatest) + "));",
                        ""));
    }

    /** Of the tables that exist and take their ids from there: the column of the id by table. */
    private Map<String, String> ids(String sequence, Schema was) {
        Map<String, String> ids = new TreeMap<>();
        entities.unwrap(SessionFactoryImplementor.class).getMappingMetamodel().forEachEntityDescriptor(entity -> {
            Table table = was.tables().get(entity.getIdentifierTableName());
            String id = entity.getIdentifierColumnNames()[0];
            if (table != null && table.columns().containsKey(id) && isFrom(sequence, entity)) {
                ids.put(table.name(), id);
            }
        });
        return ids;
    }

    private static boolean isFrom(String sequence, EntityPersister entity) {
        return entity.getGenerator() instanceof SequenceStyleGenerator generator
                && generator
                        .getDatabaseStructure()
                        .getPhysicalName()
                        .getObjectName()
                        .getText()
                        .equals(sequence.replace("\"", ""));
    }
}
