package dev.quipu.rights;

/** A column of the tables: who asks, in the order of the columns. */
enum Asker {
    ANONYMOUS,
    USER,
    OTHER_USER,
    MODERATOR,
    ADMIN
}
