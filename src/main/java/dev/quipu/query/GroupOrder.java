package dev.quipu.query;

/** By what groups are ordered. */
public sealed interface GroupOrder {

    SortDirection direction();

    /** One of the keys. */
    record ByKey(GroupKey key, SortDirection direction) implements GroupOrder {}

    /** What the group's rows come to. */
    record ByMeasure(Measure measure, SortDirection direction) implements GroupOrder {}
}
