package dev.quipu.mutation;

import dev.quipu.model.Model;
import dev.quipu.security.Access;
import dev.quipu.security.Acting;
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
    private final KeptAnswers answers;

    Mutations(Session session, Model model, RowValidation validation, Failures failures, KeptAnswers answers) {
        this.session = session;
        this.model = model;
        this.validation = validation;
        this.failures = failures;
        this.answers = answers;
    }

    /**
     * Carries out the request's commands in their order, all or nothing, in one transaction of its own.
     *
     * @param reading what to read in the same transaction; called again if the operation is tried again
     * @return what was read after the commands
     * @throws MutationRefusedException if the operation is refused; nothing is stored
     * @throws ContentionException if other transactions got in the way each time; nothing is stored
     * @throws WaitedTooLongException if one of them kept a row for too long; nothing is stored
     */
    public <T> T run(WriteRequest request, Reading<T> reading) {
        return run(new Tries(), request, reading);
    }

    @Retry(maxRetries = RETRIES, delay = 10, jitter = 10, retryOn = ContentionException.class)
    @ExponentialBackoff(maxDelay = 200)
    <T> T run(Tries tries, WriteRequest request, Reading<T> reading) {
        tries.next();
        try (Acting acting = Acting.as(request.access().viewer())) {
            return QuarkusTransaction.requiringNew().call(() -> attempt(tries, request, reading));
        } catch (Preview preview) {
            return preview.read();
        } catch (AttemptRefusedException e) {
            throw inHindsight(e, request.access());
        } catch (RuntimeException e) {
            throw failures.ofCommit(e);
        }
    }

    /**
     * The same for a request that may come more than once: it is carried out once, and whoever comes later or at the same time gets
     * the answer that was given then. A refused request is forgotten. A lost connection counts as contention, since another attempt
     * finds out whether the last one was committed.
     *
     * @throws IdempotencyConflictException if the key stands for another request
     */
    public KeptAnswer runOnce(IdempotencyKey key, WriteRequest request, Reading<KeptAnswer> reading) {
        return runOnce(new Tries(), key, request, reading);
    }

    @Retry(maxRetries = RETRIES, delay = 10, jitter = 10, retryOn = ContentionException.class)
    @ExponentialBackoff(maxDelay = 200)
    KeptAnswer runOnce(Tries tries, IdempotencyKey key, WriteRequest request, Reading<KeptAnswer> reading) {
        tries.next();
        try (Acting acting = Acting.as(request.access().viewer())) {
            return QuarkusTransaction.requiringNew().call(() -> {
                KeptAnswer kept = answers.claim(session, key);
                if (kept != null) {
                    return kept;
                }
                KeptAnswer answer = attempt(tries, request, reading);
                answers.keep(session, key, answer);
                return answer;
            });
        } catch (AttemptRefusedException e) {
            throw inHindsight(e, request.access());
        } catch (RuntimeException e) {
            throw failures.underKey(e);
        }
    }

    private MutationRefusedException inHindsight(AttemptRefusedException refused, Access access) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Sight sight = new Sight(session, access);
            List<Refusal> all = new Hindsight(model, sight, refused.doubts()).complete(refused);
            return new MutationRefusedException(all, new VisibleSteps(model, sight).of(refused.steps()));
        });
    }

    private <T> T attempt(Tries tries, WriteRequest request, Reading<T> reading) {
        SessionImplementor session = this.session.unwrap(SessionImplementor.class);
        Attempt attempt = new Attempt(model, session, request.commands(), request.access());
        try (Witness witness = new Witness(request, model, session)) {
            if (tries.again()) {
                lockEarly(attempt);
            }
            reading.before(session);
            T read = reading.after(session, settled(attempt, witness));
            if (request.preview()) {
                throw new Preview(read);
            }
            return read;
        }
    }

    private void lockEarly(Attempt attempt) {
        try {
            new EarlyLocks(attempt).take();
        } catch (RuntimeException e) {
            throw failures.of(e, attempt);
        }
    }

    private Outcome settled(Attempt attempt, Witness witness) {
        try {
            Supplier<List<Result>> results = new CommandRunner(attempt).settle(validation::validate);
            // all is written: neither the reading nor the commit has to look for changes in every entity again
            attempt.session().setHibernateFlushMode(FlushMode.MANUAL);
            return new Outcome(results.get(), witness.affected(), witness.steps());
        } catch (RuntimeException e) {
            throw witness.explained(failures.of(e, attempt));
        }
    }
}
