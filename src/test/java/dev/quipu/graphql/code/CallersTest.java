package dev.quipu.graphql.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.security.Impersonation;
import dev.quipu.security.Viewer;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is not let in by Jakarta's annotations calls nothing that is written as code. */
@QuarkusTest
class CallersTest {

    private static final Viewer NOBODY = new Viewer(null, null, Set.of("visitor"));
    private static final Viewer MODERATOR = new Viewer(1L, "moe", Set.of("moderator"));

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void closedUnlessAnAnnotationOpensIt() {
        assertThat(forbidden(MODERATOR, "{ doorUnmarked }"))
                .isEqualTo("Calling Query.doorUnmarked is not allowed to you.");
        assertThat(forbidden(MODERATOR, "{ doorUnmarked(number: 1) }")).contains("Query.doorUnmarked");
        assertThat(forbidden(MODERATOR, "{ doorDenied }")).contains("Query.doorDenied");
    }

    @Test
    void openToTheRolesThatItNames() {
        Viewer anonymous = Viewer.anonymous("moderator");
        assertThat(answer(MODERATOR, "mutation { doorOfModerators }")).isEqualTo("moe");
        assertThat(answer(anonymous, "mutation { doorOfModerators }")).isEqualTo("null");
        assertThat(forbidden(NOBODY, "mutation { doorOfModerators }")).contains("Mutation.doorOfModerators");
        assertThat(forbidden(new Viewer(1L, "una", Set.of("user")), "mutation { doorOfModerators }"))
                .contains("Mutation.doorOfModerators");
    }

    @Test
    void openToWhoeverHasLoggedIn() {
        assertThat(answer(new Viewer(1L, "una", Set.of()), "{ doorOfMembers }")).isEqualTo("una");
        assertThat(forbidden(NOBODY, "{ doorOfMembers }")).contains("Query.doorOfMembers");
    }

    @Test
    void openToAll() {
        assertThat(answer(NOBODY, "{ doorOfAll }")).isEqualTo("null");
        assertThat(answer(NOBODY, "{ apiVersion }")).isNotEmpty();
    }

    @Test
    void whoIsNotLetInLearnsNothingOfArguments() {
        String shipAnother = "mutation { shipOrder(order: {id: 999999}) { id } }";
        Viewer user = new Viewer(seed.id("ALFKI"), "ALFKI", Set.of("user"));
        assertThat(forbidden(user, shipAnother)).isEqualTo("Calling Mutation.shipOrder is not allowed to you.");
    }

    @Test
    void rowsThatItsCallerMayNotReadAreNeitherTakenNorReturned() {
        assertThat(answer(MODERATOR, "mutation { doorToOrders { id } }")).isEqualTo("[]");

        String with = "mutation { doorWith(order: {id: %s}) }";
        Viewer owner = new Viewer(seed.id("ALFKI"), "ALFKI", Set.of("user"));
        assertThat(answer(owner, with.formatted(seed.id("B")))).isEqualTo("[\"ALFKI\"]");
        try (Impersonation other = Impersonation.of(owner)) {
            var hidden = Answer.to(with.formatted(seed.id("F"))).refusedOnce();
            assertThat(hidden.code()).isEqualTo("NOT_FOUND");
            assertThat(hidden.message()).isEqualTo("There is no Order " + seed.id("F"));
        }
    }

    @Test
    void whatItSaysOfARuleIsForWhoeverMayReadIt() {
        try (Impersonation user = Impersonation.of(new Viewer(1L, "una", Set.of("user")))) {
            JsonNode error = Graphql.error("mutation { doorToBankruptcy }");
            assertThat(error.get("message").textValue())
                    .isEqualTo("User.solvent would not hold, because of data that you may not see.");
            assertThat(error.get("extensions").toString()).doesNotContain("77");
        }
        try (Impersonation admin = Impersonation.of(new Viewer(1L, "ada", Set.of("admin")))) {
            assertThat(Graphql.error("mutation { doorToBankruptcy }").toString())
                    .contains("balance 77 is too little");
        }
    }

    private static String answer(Viewer viewer, String document) {
        try (Impersonation somebody = Impersonation.of(viewer)) {
            var data = Answer.to(document).succeeded().iterator().next();
            return data.isTextual() ? data.textValue() : data.toString();
        }
    }

    private static String forbidden(Viewer viewer, String document) {
        try (Impersonation somebody = Impersonation.of(viewer)) {
            JsonNode error = Graphql.error(document);
            assertThat(error.at("/extensions/code").textValue()).isEqualTo("FORBIDDEN");
            return error.get("message").textValue();
        }
    }
}
