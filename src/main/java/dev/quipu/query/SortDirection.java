package dev.quipu.query;

/** Which way an ordering goes and where it puts nulls: where PostgreSQL does, unless the name says it. */
public enum SortDirection {
    ASC(true, false),
    DESC(false, true),
    ASC_NULLS_FIRST(true, true),
    ASC_NULLS_LAST(true, false),
    DESC_NULLS_FIRST(false, true),
    DESC_NULLS_LAST(false, false);

    private final boolean ascending;
    private final boolean nullsFirst;

    SortDirection(boolean ascending, boolean nullsFirst) {
        this.ascending = ascending;
        this.nullsFirst = nullsFirst;
    }

    public boolean ascending() {
        return ascending;
    }

    public boolean nullsFirst() {
        return nullsFirst;
    }

    /** What follows the key in an ORDER BY. */
    String hql() {
        return (ascending ? "" : " desc") + (nullsFirst ? " nulls first" : " nulls last");
    }
}
