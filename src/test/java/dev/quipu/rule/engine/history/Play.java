package dev.quipu.rule.engine.history;

import dev.quipu.change.Settlement;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.rule.ParentMissingException;
import dev.quipu.rule.RuleViolationException;
import jakarta.persistence.EntityNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.TransientObjectException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/** Plays one history on empty tables. */
final class Play {

    private final SessionFactory sessionFactory;
    private final Model model;
    private final Oracle oracle;
    private final Identities identities = new Identities();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    Play(SessionFactory sessionFactory, Model model) {
        this.sessionFactory = sessionFactory;
        this.model = model;
        this.oracle = new Oracle(model);
    }

    /** How many transactions committed, and how many were refused for what. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** What went wrong, or null. */
    @Nullable
    String of(List<Transaction> history) {
        sessionFactory.inTransaction(session -> session.doWork(connection -> connection
                .createStatement()
                .execute(model.entities().stream()
                        .map(EntityModel::table)
                        .collect(Collectors.joining(", ", "truncate ", "")))));
        for (int i = 0; i < history.size(); i++) {
            String problem = play(history.get(i));
            if (problem != null) {
                return "transaction " + i + ": " + problem;
            }
        }
        return null;
    }

    private @Nullable String play(Transaction transaction) {
        Object bookmark = oracle.bookmark();
        try (Session session = sessionFactory.openSession()) {
            session.beginTransaction();
            String problem;
            try {
                problem = make(transaction, session);
                if (problem == null && transaction.commits()) {
                    session.getTransaction().commit();
                    count("committed");
                    return null;
                }
            } catch (RuntimeException refused) {
                problem = judge(refused, session);
            }
            if (session.getTransaction().isActive()) {
                session.getTransaction().rollback();
            }
            oracle.returnTo(bookmark);
            return problem;
        }
    }

    private @Nullable String make(Transaction transaction, Session session) {
        identities.readStored(model, session);
        Steps steps = new Steps(model, session, identities);
        for (Change change : transaction.changes()) {
            if (steps.make(change)) {
                identities.readStored(model, session);
                String problem = differences("after " + change, session);
                if (problem != null) {
                    return problem;
                }
            }
        }
        Settlement.settle(session);
        List<String> violations = oracle.violations(session);
        if (!violations.isEmpty()) {
            return "not refused: " + violations;
        }
        List<String> stale = new InMemory(model, session).differences();
        return stale.isEmpty() ? differences("at the end", session) : "in memory " + stale;
    }

    private @Nullable String differences(String when, Session session) {
        List<String> differences = new ArrayList<>(oracle.differences(session));
        differences.addAll(leftBehind(session));
        return differences.isEmpty() ? null : when + " " + differences;
    }

    /** The rows that are there although a row that would have taken them with it lies deleted. */
    private List<String> leftBehind(Session session) {
        List<String> leftBehind = new ArrayList<>();
        for (EntityModel parent : model.entities()) {
            parent.toManys()
                    .filter(collection -> parent.softDeletable() && collection.removeCascades())
                    .forEach(collection -> {
                        EntityModel child = model.entity(collection.target());
                        String reference = ((ToOneAttribute) child.attribute(collection.mappedBy())).column();
                        session.createNativeQuery(
                                        "select c.id from " + child.table() + " c join " + parent.table()
                                                + " p on p.id = c." + reference
                                                + " where c.deleted_at is null and p.deleted_at is not null",
                                        Object.class)
                                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                                .getResultList()
                                .forEach(id -> leftBehind.add(child.name() + " " + id + " is left behind"));
                    });
        }
        return leftBehind;
    }

    /** A refusal that this model may see is no problem. */
    private @Nullable String judge(RuntimeException refused, Session session) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            boolean missing = cause instanceof ParentMissingException
                    || cause instanceof ConstraintViolationException
                    || cause instanceof TransientObjectException
                    || cause instanceof EntityNotFoundException;
            boolean violates = cause instanceof RuleViolationException;
            if (violates && oracle.violations(session).isEmpty()) {
                return "refused without a reason: " + cause;
            }
            if (missing || violates) {
                count(cause.getClass().getSimpleName());
                return null;
            }
        }
        List<String> trace = new ArrayList<>();
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            trace.add(cause + " at "
                    + List.of(cause.getStackTrace()).stream().limit(8).toList());
        }
        return trace.toString();
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }
}
