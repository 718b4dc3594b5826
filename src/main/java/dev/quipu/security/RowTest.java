package dev.quipu.security;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a row has to pass, understood from the HQL of a grant. */
public sealed interface RowTest {

    /** All of them. */
    record All(List<RowTest> parts) implements RowTest {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of them. */
    record Any(List<RowTest> parts) implements RowTest {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(RowTest part) implements RowTest {}

    /** The row that is referred to is there, and passes. */
    record Through(ToOneAttribute reference, EntityModel target, RowTest test) implements RowTest {}

    /** A predicate over the row's own attributes. */
    record Own(List<Piece> pieces) implements RowTest {
        public Own {
            pieces = List.copyOf(pieces);
        }
    }

    /** Any HQL predicate; a statement asks it of the same row once more. */
    record Whole(EntityModel entity, List<Piece> pieces) implements RowTest {
        public Whole {
            pieces = List.copyOf(pieces);
        }
    }

    /** A piece of HQL. */
    sealed interface Piece {

        record Text(String hql) implements Piece {}

        /** The row itself. */
        record Row() implements Piece {}

        /** An attribute of the row; of a reference, the key. */
        record Attribute(AttributeModel attribute) implements Piece {}

        /** Something of the viewer. */
        record OfViewer(ViewerValue value) implements Piece {}
    }

    /** What grants can ask of the viewer; null for whoever has not logged in, and nothing is equal to that. */
    enum ViewerValue {
        ID("id", Viewer::id),
        USERNAME("username", Viewer::username);

        private final String attribute;
        private final Function<Viewer, @Nullable Object> value;

        ViewerValue(String attribute, Function<Viewer, @Nullable Object> value) {
            this.attribute = attribute;
            this.value = value;
        }

        /** Its name after {@code viewer.}. */
        String attribute() {
            return attribute;
        }

        public @Nullable Object of(Viewer viewer) {
            return value.apply(viewer);
        }
    }
}
