package dev.quipu.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderingTest {

    @Inject
    Model model;

    @Test
    void endsWithTheIdSoThatNoTwoRowsAreEqual() {
        assertThat(ordering(key("username", SortDirection.DESC))).hasToString("[username DESC, id ASC]");
    }

    @Test
    void dropsWhatFollowsTheId() {
        assertThat(ordering(key("id", SortDirection.DESC), key("username", SortDirection.ASC)))
                .hasToString("[id DESC]");
    }

    @Test
    void takesTheFirstKeyOfAnAttribute() {
        assertThat(ordering(key("username", SortDirection.DESC), key("username", SortDirection.ASC)))
                .hasToString("[username DESC, id ASC]");
    }

    private List<SortKey> ordering(SortKey... keys) {
        return Ordering.of(user(), List.of(keys)).keys();
    }

    private SortKey key(String attribute, SortDirection direction) {
        return new SortKey(List.of(), (BasicAttribute) user().attributes().get(attribute), direction);
    }

    private EntityModel user() {
        return model.entity("User");
    }
}
