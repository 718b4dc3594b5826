package dev.quipu.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.domain.User;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.mutation.Doubts.UniqueValue;
import dev.quipu.mutation.Refusal.Place;
import dev.quipu.mutation.Refusal.UniqueViolation;
import dev.quipu.testing.Seed;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found out when an operation was refused and its transaction is gone. */
@QuarkusTest
class HindsightTest {

    @Inject
    Seed seed;

    @Inject
    Model model;

    @Inject
    Session session;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    @TestTransaction
    void aValueThatWasTakenAndIsFreeByNowIsWorthAnotherTry() {
        assertThatThrownBy(() -> complete("brief")).isInstanceOf(ContentionException.class);
    }

    @Test
    @TestTransaction
    void aValueThatIsStillTakenIsNot() {
        assertThat(complete("ALFKI")).hasSize(1).allMatch(UniqueViolation.class::isInstance);
    }

    private List<Refusal> complete(String username) {
        EntityModel user = model.entity("User");
        Place place = new Place(0, InputPath.of("input", "user", "username"));
        UniqueValue value = new UniqueValue(
                place,
                user,
                user.basics()
                        .filter(attribute -> attribute.name().equals("username"))
                        .findFirst()
                        .orElseThrow(),
                new User(),
                username);
        Refusal refused = new UniqueViolation(place, "User", null, List.of("username"), "There is already ..");
        return new Hindsight(session, new Doubts(List.of(value), List.of(), List.of(), Map.of(), value))
                .complete(new AttemptRefusedException(
                        List.of(refused), new Doubts(List.of(value), List.of(), List.of(), Map.of(), value)));
    }
}
