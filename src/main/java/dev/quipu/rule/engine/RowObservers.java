package dev.quipu.rule.engine;

import dev.quipu.model.EntityModel;
import dev.quipu.rule.RowChanged;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableObserverMethod;
import io.quarkus.arc.impl.ParameterizedTypeImpl;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hibernate.SessionFactory;
import org.jboss.logging.Logger;

/**
 * Tells CDI's observers of {@link RowChanged}. It keeps the phases itself: the last flush happens while the transaction completes, too
 * late for the container to register an observer of its end.
 */
@ApplicationScoped
class RowObservers implements RowListener {

    private static final Logger LOG = Logger.getLogger(RowObservers.class);
    private static final Set<TransactionPhase> AFTER =
            Set.of(TransactionPhase.AFTER_SUCCESS, TransactionPhase.AFTER_FAILURE, TransactionPhase.AFTER_COMPLETION);

    private final Map<String, List<InjectableObserverMethod<? super RowChanged<?>>>> observers = new HashMap<>();

    /** Before anybody else's start writes something. */
    void start(@Observes @Priority(1) StartupEvent started, SessionFactory sessionFactory) {
        Problems problems = new Problems();
        for (RuledEntity entity : RulesIntegrator.plan(sessionFactory).entities()) {
            List<InjectableObserverMethod<? super RowChanged<?>>> found = Arc.requireContainer()
                    .resolveObserverMethods(
                            new ParameterizedTypeImpl(RowChanged.class, entity.model.javaType()), Any.Literal.INSTANCE);
            if (!found.isEmpty()) {
                refuseIdentity(entity, problems);
                found.forEach(observer -> refuse(entity.name(), observer, problems));
            }
            observers.put(entity.entityName(), List.copyOf(found));
        }
        problems.throwIfAny();
        RulesIntegrator.listen(sessionFactory, this);
    }

    private static void refuseIdentity(RuledEntity entity, Problems problems) {
        if (entity.persister.isIdentifierAssignedByInsert()) {
            problems.add(
                    303,
                    "RowChanged<" + entity.name() + ">",
                    "is observed, but persist() inserts new rows before any flush, so nobody would hear of them."
                            + " Let a sequence give the id: @GeneratedValue(strategy = GenerationType.SEQUENCE).");
        }
    }

    static void refuse(String entity, InjectableObserverMethod<?> observer, Problems problems) {
        String place =
                "RowChanged<" + entity + "> in " + observer.getBeanClass().getSimpleName();
        if (observer.isAsync()) {
            problems.add(
                    304,
                    place,
                    "@ObservesAsync would run before anybody knows whether the transaction commits. Use"
                            + " @Observes(during = AFTER_SUCCESS), and hand the work to an executor there.");
        }
        if (observer.getTransactionPhase() == TransactionPhase.BEFORE_COMPLETION) {
            problems.add(
                    305,
                    place,
                    "BEFORE_COMPLETION is after the last flush, so what the observer changes would be lost. Use @Observes"
                            + " alone, which is told within the flush.");
        }
    }

    private List<InjectableObserverMethod<? super RowChanged<?>>> of(EntityModel entity) {
        return observers.getOrDefault(entity.entityName(), List.of());
    }

    private boolean has(EntityModel entity, Predicate<TransactionPhase> phase) {
        return of(entity).stream().anyMatch(observer -> phase.test(observer.getTransactionPhase()));
    }

    @Override
    public boolean listensDuring(EntityModel entity) {
        return has(entity, phase -> phase == TransactionPhase.IN_PROGRESS);
    }

    @Override
    public boolean listensAfter(EntityModel entity) {
        return has(entity, AFTER::contains);
    }

    @Override
    public void changed(RowChanged<?> change) {
        inRequest(() -> of(change.model()).stream()
                .filter(observer -> observer.getTransactionPhase() == TransactionPhase.IN_PROGRESS)
                .forEach(observer -> observer.notify(change)));
    }

    @Override
    public void ended(boolean committed, Collection<RowChanged<?>> changes) {
        TransactionPhase outcome = committed ? TransactionPhase.AFTER_SUCCESS : TransactionPhase.AFTER_FAILURE;
        inRequest(() -> changes.forEach(change -> of(change.model()).stream()
                .filter(observer -> observer.getTransactionPhase() == outcome
                        || observer.getTransactionPhase() == TransactionPhase.AFTER_COMPLETION)
                .forEach(observer -> tell(observer, change))));
    }

    private static void tell(InjectableObserverMethod<? super RowChanged<?>> observer, RowChanged<?> change) {
        try {
            observer.notify(change);
        } catch (RuntimeException problem) {
            // what is committed stays so, and the others want to know of it
            LOG.errorf(problem, "%s failed on %s, after the transaction", observer, change);
        }
    }

    private static void inRequest(Runnable work) {
        var request = Arc.requireContainer().requestContext();
        if (request.isActive()) {
            work.run();
            return;
        }
        request.activate();
        try {
            work.run();
        } finally {
            request.terminate();
        }
    }
}
