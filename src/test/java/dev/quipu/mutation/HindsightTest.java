package dev.quipu.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.domain.Post;
import dev.quipu.domain.User;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.mutation.Doubts.UniqueValue;
import dev.quipu.mutation.Refusal.Place;
import dev.quipu.mutation.Refusal.UniqueViolation;
import dev.quipu.security.Access;
import dev.quipu.testing.Seed;
import dev.quipu.testing.SqlLog;
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

    /** It was absent, and then it was there: what a look would find now says nothing of the next moment. */
    @Test
    @TestTransaction
    void aRowThatWasAbsentAndThenThereIsWorthAnotherTryWithoutALook() {
        RowKey absent = new RowKey(
                model.entity("User"), Map.of("username", "fleeting"), InputPath.of("input", "user", "username"));

        try (SqlLog sql = SqlLog.open()) {
            assertThatThrownBy(() -> complete("User", "username", new User(), "fleeting", List.of(absent)))
                    .isInstanceOf(ContentionException.class);
            assertThat(sql.statements()).isEmpty();
        }
    }

    /** A unique constraint that was there before Quipu may count the deleted rows too: trying again would never end. */
    @Test
    @TestTransaction
    void aValueThatASoftlyDeletedRowMayHaveIsNot() {
        assertThat(complete("Post", "body", new Post(), "brief", List.of()))
                .hasSize(1)
                .allMatch(UniqueViolation.class::isInstance);
    }

    private List<Refusal> complete(String username) {
        return complete("User", "username", new User(), username, List.of());
    }

    private List<Refusal> complete(String entity, String attribute, Object row, String taken, List<RowKey> absent) {
        EntityModel written = model.entity(entity);
        Place place = new Place(0, InputPath.of("input", "row", attribute));
        UniqueValue value = new UniqueValue(
                place,
                written,
                written.basics()
                        .filter(basic -> basic.name().equals(attribute))
                        .findFirst()
                        .orElseThrow(),
                row,
                taken);
        Refusal refused = new UniqueViolation(place, entity, null, List.of(attribute), "There is already ..");
        Doubts doubts = new Doubts(List.of(value), List.of(), absent, Map.of(), value);
        return new Hindsight(model, new Sight(session, Access.UNRESTRICTED), doubts)
                .complete(new AttemptRefusedException(List.of(refused), doubts));
    }
}
