package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.mutation.Refusal.BadInput;
import dev.quipu.mutation.Refusal.Place;
import dev.quipu.security.Access;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.engine.spi.SessionImplementor;

/** One attempt to carry out an operation: its session, the rows that it wrote so far, and what speaks against it so far. */
final class Attempt {

    private final Model model;
    private final SessionImplementor session;
    private final List<Command> commands;
    private final Access access;
    private final List<WrittenRow> written = new ArrayList<>();
    private final Map<String, List<Object>> writtenOf = new HashMap<>();
    private final List<RemovedRow> removed = new ArrayList<>();
    private final List<RowKey> absent = new ArrayList<>();
    private final List<FoundRow> found = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final GivenUp givenUp = new GivenUp();
    private final Judgement judgement;
    private int current;
    private int certain = -1;
    private boolean moved;

    /** @param access of whom */
    Attempt(Model model, SessionImplementor session, List<Command> commands, Access access) {
        this.model = model;
        this.session = session;
        this.commands = commands;
        this.access = access;
        this.judgement = new Judgement(this);
    }

    /** From now on, what happens is on account of that command. */
    void begin(int command) {
        current = command;
    }

    void wrote(RowWrite write, Object row) {
        written.add(new WrittenRow(current, write, row));
        writtenOf
                .computeIfAbsent(write.entity().name(), entity -> new ArrayList<>())
                .add(row);
    }

    /** Notes that there was no row with that key, so that one was made. */
    void foundAbsent(RowKey key) {
        absent.add(key);
    }

    /** Notes that the row was there when the operation looked. */
    void found(EntityModel entity, Object row) {
        found.add(new FoundRow(entity, row));
    }

    /** Notes that a command was not carried out since the operation cannot happen any more: what comes later might have been otherwise. */
    void passedOver() {
        if (certain < 0) {
            certain = written.size();
        }
    }

    void removed(RemovedRow row) {
        removed.add(row);
    }

    /** Whether the database does not know yet all that the operation did. */
    boolean hasPending() {
        return !written.isEmpty() || !removed.isEmpty();
    }

    /**
     * Lets the database know what was done so far, unless something speaks against it: then it will not be done. What the rest of the
     * operation finds is what may be.
     *
     * @throws MutationRefusedException if what was done may not be
     */
    void flush() {
        judgement.judgeBefore();
        if (refusals.isEmpty()) {
            session.flush();
            judgement.judgeSoFar();
            stopIfRefused();
            givenUp.clear();
            moved = false;
        }
    }

    GivenUp givenUp() {
        return givenUp;
    }

    /** Notes that a row went to another owner, which the database does not know before a flush. */
    void moved() {
        moved = true;
    }

    /** Whether rows have moved since this was last asked. */
    boolean takeMoved() {
        boolean result = moved;
        moved = false;
        return result;
    }

    void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    void refuse(InputPath path, String message) {
        refuse(new BadInput(place(path), message));
    }

    Place place(InputPath path) {
        return new Place(current, path);
    }

    /**
     * Ends the attempt if anything speaks against it.
     *
     * @throws MutationRefusedException with all of it
     */
    void stopIfRefused() {
        if (!refusals.isEmpty()) {
            throw new MutationRefusedException(refusals);
        }
    }

    int refusalCount() {
        return refusals.size();
    }

    Model model() {
        return model;
    }

    SessionImplementor session() {
        return session;
    }

    List<Command> commands() {
        return commands;
    }

    /** What the one who asks may do. */
    Access access() {
        return access;
    }

    Judgement judgement() {
        return judgement;
    }

    /** Those before the first command that was passed over. */
    List<WrittenRow> certainlyWritten() {
        return certain < 0 ? written() : written().subList(0, certain);
    }

    /** In the order in which they were written; a row may stand there more than once. */
    List<WrittenRow> written() {
        return Collections.unmodifiableList(written);
    }

    /** The rows of that entity, in the order in which they were written. */
    List<Object> written(EntityModel entity) {
        return writtenOf.getOrDefault(entity.name(), List.of());
    }

    /** The keys whose rows were made since there were none. */
    List<RowKey> absent() {
        return Collections.unmodifiableList(absent);
    }

    /** The rows that were found by their keys. */
    List<FoundRow> found() {
        return Collections.unmodifiableList(found);
    }

    /** In the order in which they were removed, without those that went along by a cascade. */
    List<RemovedRow> removed() {
        return Collections.unmodifiableList(removed);
    }
}
