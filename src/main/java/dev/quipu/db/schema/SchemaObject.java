package dev.quipu.db.schema;

/** What a schema consists of. */
public sealed interface SchemaObject permits Table, Column, Constraint, Index, Sequence, EnumType {

    /** What it is, and its name: {@code "column users.email"}. */
    String label();

    /** What there is to say of it beside: {@code "varchar(120) not null"}. */
    String definition();
}
