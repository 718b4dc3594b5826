package dev.quipu.rule.tool;

import dev.quipu.rule.engine.InvariantRule;
import dev.quipu.rule.engine.LocalRule;
import dev.quipu.rule.engine.RulePlan;
import dev.quipu.rule.engine.RuledEntity;
import dev.quipu.rule.engine.Stage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.QueryFlushMode;

/**
 * Compares every stored derived value with what its rule gives, and every row with its invariants: one statement a rule, all in one
 * snapshot. It takes no locks and disturbs no writer.
 *
 * <pre>{@code
 * VerificationReport report = verification.verify();
 * if (!report.clean()) {
 *     report.findings().forEach(System.out::println); // Order.amountTotal of Order 7 is 39.00, should be 40.00
 * }
 * }</pre>
 */
@Singleton
public final class RuleVerification {

    /** How many rows of a rule a report shows, unless told otherwise. */
    public static final int SHOWN = 20;

    private final RulePlan plan;
    private final OwnTransaction transaction;

    public RuleVerification(SessionFactory sessionFactory) {
        plan = RulePlan.of(sessionFactory);
        transaction = new OwnTransaction(sessionFactory);
    }

    /** @throws IllegalStateException if the caller is in a transaction */
    public VerificationReport verify() {
        return verify(SHOWN);
    }

    /**
     * @param shown how many rows of each rule the report shows at most
     * @throws IllegalStateException if the caller is in a transaction
     */
    public VerificationReport verify(int shown) {
        return transaction.call(session -> {
            session.doWork(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("set transaction isolation level repeatable read, read only");
                }
            });
            return verify(session, shown);
        });
    }

    private VerificationReport verify(Session session, int shown) {
        List<Findings> verified = new ArrayList<>();
        for (Stage stage : plan.stages()) {
            for (Recomputation recomputation : Recomputation.of(stage)) {
                verified.add(differences(session, recomputation, shown));
            }
        }
        for (RuledEntity entity : plan.entities()) {
            for (InvariantRule invariant : entity.invariants()) {
                verified.add(broken(session, invariant, shown));
            }
        }
        return new VerificationReport(verified, copies());
    }

    private static Findings differences(Session session, Recomputation recomputation, int shown) {
        List<Object[]> rows = rows(session, recomputation.differences(), shown);
        List<Difference> differences = rows.stream()
                .map(row -> new Difference(
                        recomputation.rule(), recomputation.entity().name(), row[0], row[1], row[2]))
                .toList();
        return new Findings(recomputation.rule(), total(rows), differences);
    }

    private static Findings broken(Session session, InvariantRule invariant, int shown) {
        List<String> named = invariant.placeholders();
        StringBuilder hql = new StringBuilder("select this_.id");
        named.forEach(attribute -> hql.append(", this_.").append(attribute));
        hql.append(", count(*) over () from " + invariant.entity().entityName() + " this_ where not ("
                + invariant.condition().text() + ") order by this_.id");
        List<Object[]> rows = rows(session, hql.toString(), shown);
        List<BrokenInvariant> broken = rows.stream()
                .map(row -> new BrokenInvariant(
                        invariant.qualifiedName(),
                        invariant.entity().name(),
                        row[0],
                        invariant.message(attribute -> row[named.indexOf(attribute) + 1])))
                .toList();
        return new Findings(invariant.qualifiedName(), total(rows), broken);
    }

    /** One row at least, which says how many there are. */
    private static List<Object[]> rows(Session session, String hql, int shown) {
        return session.createSelectionQuery(hql, Object[].class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setMaxResults(Math.max(1, shown))
                .getResultList();
    }

    private static long total(List<Object[]> rows) {
        return rows.isEmpty() ? 0 : (Long) rows.get(0)[rows.get(0).length - 1];
    }

    private List<String> copies() {
        return plan.stages().stream()
                .flatMap(stage -> stage.locals().stream())
                .filter(LocalRule::isCopy)
                .map(LocalRule::name)
                .toList();
    }
}
