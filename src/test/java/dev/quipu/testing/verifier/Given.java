package dev.quipu.testing.verifier;

import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.EntityExistsException;
import java.util.List;

/** Rows that a case starts from. */
public final class Given {

    private final RuledDatabase database;
    private final Contents contents;

    private Given(RuledDatabase database, Contents contents) {
        this.database = database;
        this.contents = contents;
    }

    static Given store(RuledDatabase database, Object... entities) {
        database.read(session -> {
            Contents.clear(session);
            return null;
        });
        try {
            database.transact(session -> List.of(entities).forEach(session::persist));
        } catch (EntityExistsException given) {
            throw new IllegalStateException(
                    "An entity was given before. Make the entities anew for each case, in fields that are not static: "
                            + given.getMessage(),
                    given);
        }
        database.read(session -> {
            Contents.keep(session);
            return null;
        });
        return new Given(database, database.read(Contents::read));
    }

    /**
     * What changes, all in one transaction. The changes must not need one another: what does belongs into one of them.
     *
     * @throws IllegalArgumentException for more than five, whose orders would be too many
     */
    public Case when(Change... changes) {
        return new Case(database, contents, List.of(changes));
    }
}
