package dev.quipu.query;

/** One row among several that are asked for at once. */
public record RowRequest(Selection selection, Condition condition) {

    /** The row with that id. */
    public static RowRequest byId(Selection selection, Object id) {
        return new RowRequest(
                selection, new Condition.Compare(selection.entity().id(), Operator.EQ, id));
    }
}
