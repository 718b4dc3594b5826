package dev.quipu.db;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitIndexNameSource;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Constraint;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** An index that the mapping may lack. */
record TableIndex(Table table, List<Column> columns) {

    /** Adds it to the mapping, unless an index, a unique key or the primary key begins with its columns. */
    void addIfMissing(MetadataBuildingContext context) {
        if (isCovered()) {
            return;
        }
        Index index = table.getOrCreateIndex(name(context));
        index.setTable(table);
        columns.forEach(index::addColumn);
    }

    private boolean isCovered() {
        Stream<List<? extends Selectable>> indexes =
                table.getIndexes().values().stream().filter(TableIndex::isWhole).map(Index::getSelectables);
        Stream<List<? extends Selectable>> keys =
                table.getUniqueKeys().values().stream().map(Constraint::getColumns);
        Stream<List<? extends Selectable>> primaryKey =
                Stream.ofNullable(table.getPrimaryKey()).map(Constraint::getColumns);
        boolean uniqueColumn = columns.size() == 1 && columns.get(0).isUnique();
        return uniqueColumn
                || Stream.of(indexes, keys, primaryKey).flatMap(all -> all).anyMatch(this::isPrefixOf);
    }

    /** A partial one, as the unique keys of soft-deletable entities are, does not find every row. */
    private static boolean isWhole(Index index) {
        return index.getOptions().isEmpty();
    }

    private boolean isPrefixOf(List<? extends Selectable> others) {
        return others.size() >= columns.size()
                && names(others.subList(0, columns.size())).equals(names(columns));
    }

    private static List<String> names(Collection<? extends Selectable> columns) {
        return columns.stream().map(Selectable::getText).toList();
    }

    private String name(MetadataBuildingContext context) {
        return context.getBuildingOptions()
                .getImplicitNamingStrategy()
                .determineIndexName(new NameSource(this, context))
                .getText();
    }

    private record NameSource(TableIndex index, MetadataBuildingContext context) implements ImplicitIndexNameSource {

        @Override
        public Identifier getTableName() {
            return index.table.getNameIdentifier();
        }

        @Override
        public List<Identifier> getColumnNames() {
            return index.columns.stream()
                    .map(column -> column.getNameIdentifier(context))
                    .toList();
        }

        @Override
        public @Nullable Identifier getUserProvidedIdentifier() {
            return null;
        }

        @Override
        public MetadataBuildingContext getBuildingContext() {
            return context;
        }
    }
}
