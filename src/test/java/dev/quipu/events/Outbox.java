package dev.quipu.events;

import dev.quipu.rule.RowChanged;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.Session;

/** Sends messages of what was committed, and writes them down. */
@ApplicationScoped
public class Outbox {

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private final Session session;
    private volatile boolean failing;

    public Outbox(Session session) {
        this.session = session;
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) RowChanged<Payment> payment) {
        sent.add(payment.kind() + " payment: " + payment.after("unallocated") + " left of " + payment.after("amount"));
    }

    void notTold(@Observes(during = TransactionPhase.AFTER_FAILURE) RowChanged<Payment> payment) {
        failed.add(payment.kind() + " payment of " + payment.after("amount"));
    }

    /** Writing after a commit takes a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void write(@Observes(during = TransactionPhase.AFTER_SUCCESS) RowChanged<Payment> payment) {
        Note note = new Note();
        note.id = (Long) payment.id();
        note.text = payment.kind().name();
        session.merge(note);
    }

    /** Comes before the others, and does not keep them from hearing. */
    void failIfAsked(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(1) RowChanged<Payment> payment) {
        if (failing) {
            throw new IllegalStateException("the address is not known");
        }
    }

    public List<String> sent() {
        return List.copyOf(sent);
    }

    public List<String> failed() {
        return List.copyOf(failed);
    }

    /** From now on one of the observers fails. */
    public void fail() {
        failing = true;
    }

    public void clear() {
        failing = false;
        sent.clear();
        failed.clear();
    }
}
