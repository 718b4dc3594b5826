package dev.quipu.graphql.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.mutation.Command;
import dev.quipu.mutation.InputPath;
import dev.quipu.mutation.MutationRefusedException;
import dev.quipu.mutation.Outcome;
import dev.quipu.mutation.Refusal;
import dev.quipu.mutation.Refusal.BadInput;
import dev.quipu.mutation.Refusal.Forbidden;
import dev.quipu.mutation.Result;
import dev.quipu.mutation.RowKey;
import dev.quipu.query.Output;
import dev.quipu.query.Selection;
import dev.quipu.security.Policy;
import dev.quipu.security.Viewer;
import dev.quipu.testing.Seed;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a payload says of rows that cannot be read after they were written. */
@QuarkusTest
class PayloadsTest {

    @Inject
    Seed seed;

    @Inject
    Model model;

    @Inject
    Policy policy;

    @Inject
    Session session;

    @Inject
    AnswerSize size;

    @Inject
    CodeValues values;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    @TestTransaction
    void whatMayNotBeReadAfterwardsIsForbidden() {
        assertThat(refusal(seed.id("F"), new PayloadPart.Row("mine", selection())))
                .isInstanceOf(Forbidden.class)
                .extracting(Refusal::message)
                .isEqualTo("Reading Order " + seed.id("F") + " as \"mine\" is not allowed to you.");
        assertThat(refusal(seed.id("F"), new PayloadPart.Rows("all", selection())))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    @TestTransaction
    void whatIsGoneIsNoMatterOfRights() {
        assertThat(refusal(999_999L, new PayloadPart.Row("order", selection()))).isInstanceOf(BadInput.class);
    }

    private Refusal refusal(Long order, PayloadPart part) {
        Command restored = new Command.Restore(InputPath.of(), RowKey.ofId(order(), order, InputPath.of()));
        Payloads payloads = new Payloads(
                List.of(new PlannedMutation(restored, List.of(part), new Finish(values, null), List.of())),
                size,
                policy.of(new Viewer(seed.id("ALFKI"), "ALFKI", Set.of("user"))));
        Outcome outcome = new Outcome(List.of(new Result(restored, List.of(order), false)), Map.of(), List.of());

        return catchThrowableOfType(MutationRefusedException.class, () -> payloads.after(session, outcome))
                .refusals()
                .get(0);
    }

    private Selection selection() {
        return new Selection(order(), List.of(new Output.Attribute("id", order().id())));
    }

    private EntityModel order() {
        return model.entity("Order");
    }
}
