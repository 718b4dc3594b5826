package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quipu.rule.RowChanged;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableObserverMethod;
import io.quarkus.arc.impl.ParameterizedTypeImpl;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Observers that could not do what they promise stop the start. */
@QuarkusTest
class RowObserversTest {

    /** No entity, so that no start looks at its observers. */
    static final class Parcel {}

    @ApplicationScoped
    static class Wrong {

        void beside(@ObservesAsync RowChanged<Parcel> parcel) {}

        void tooLate(@Observes(during = TransactionPhase.BEFORE_COMPLETION) RowChanged<Parcel> parcel) {}

        void right(@Observes RowChanged<Parcel> parcel) {}

        void rightAfterwards(@Observes(during = TransactionPhase.AFTER_SUCCESS) RowChanged<Parcel> parcel) {}
    }

    @Test
    void wrongPhasesAreToldWithTheRightOnes() {
        List<InjectableObserverMethod<? super RowChanged<?>>> observers = Arc.requireContainer()
                .resolveObserverMethods(
                        new ParameterizedTypeImpl(RowChanged.class, Parcel.class), Any.Literal.INSTANCE);
        Problems problems = new Problems();

        observers.forEach(observer -> RowObservers.refuse("Parcel", observer, problems));

        assertThat(observers).hasSize(4);
        assertThat(catchThrowableOfType(RuleProblemsException.class, problems::throwIfAny)
                        .problems())
                .containsExactlyInAnyOrder(
                        "RULE-304 RowChanged<Parcel> in Wrong: @ObservesAsync would run before anybody knows whether the"
                                + " transaction commits. Use @Observes(during = AFTER_SUCCESS), and hand the work to an"
                                + " executor there.",
                        "RULE-305 RowChanged<Parcel> in Wrong: BEFORE_COMPLETION is after the last flush, so what the observer"
                                + " changes would be lost. Use @Observes alone, which is told within the flush.");
    }
}
