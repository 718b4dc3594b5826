package dev.quipu.mutation;

import dev.quipu.change.Settlement;
import dev.quipu.model.Model;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;

/** Carries out operations. */
@ApplicationScoped
public class Mutations {

    private static final int RETRIES = 8;

    private final Session session;
    private final Model model;
    private final RowValidation validation;
    private final Failures failures;

    Mutations(Session session, Model model, RowValidation validation, Failures failures) {
        this.session = session;
        this.model = model;
        this.validation = validation;
        this.failures = failures;
    }

    /**
     * Carries out the commands in their order, all or nothing, in one transaction of its own.
     *
     * @param reading what to read in the same transaction; called again if the operation is tried again
     * @return what was read after the commands
     * @throws MutationRefusedException if the operation is refused; nothing is stored
     * @throws ContentionException if other transactions got in the way each time; nothing is stored
     */
    @Retry(maxRetries = RETRIES, delay = 10, jitter = 10, retryOn = ContentionException.class)
    @ExponentialBackoff(maxDelay = 200)
    public <T> T run(List<Command> commands, Reading<T> reading) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> attempt(commands, reading));
        } catch (AttemptRefusedException e) {
            throw new MutationRefusedException(
                    QuarkusTransaction.requiringNew().call(() -> new Hindsight(session, e.doubts()).complete(e)));
        } catch (RuntimeException e) {
            throw failures.ofCommit(e);
        }
    }

    private <T> T attempt(List<Command> commands, Reading<T> reading) {
        SessionImplementor session = this.session.unwrap(SessionImplementor.class);
        Attempt attempt = new Attempt(model, session, commands);
        reading.before(session);
        return reading.after(session, settled(attempt));
    }

    private List<Result> settled(Attempt attempt) {
        try {
            Supplier<List<Result>> results = new CommandRunner(attempt).run();
            validation.validate(attempt);
            attempt.stopIfRefused();
            Settlement.settle(attempt.session());
            // nothing is pending, so what is read now needs no look at every entity first
            attempt.session().setHibernateFlushMode(FlushMode.COMMIT);
            return results.get();
        } catch (RuntimeException e) {
            throw failures.of(e, attempt);
        }
    }
}
