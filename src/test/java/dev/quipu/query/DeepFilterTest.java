package dev.quipu.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.rule.engine.Models;
import dev.quipu.security.Access;
import dev.quipu.testing.RuledDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A filter is translated in no time however deep it is: HQL's parser takes twice as long for each {@code not (} in another. */
class DeepFilterTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static RuledDatabase database;
    private static EntityModel entity;

    @BeforeAll
    static void fill() {
        database = RuledDatabase.of(Specimen.class);
        entity = Models.of(database.sessionFactory()).entity("Specimen");
        database.transact(session -> {
            Specimen row = new Specimen();
            row.id = "a";
            row.whole = 1;
            session.persist(row);
        });
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void ofNegations() {
        assertThat(finds(nested(200, Condition.Not::new))).isTrue();
        assertThat(finds(nested(201, Condition.Not::new))).isFalse();
    }

    @Test
    void ofConjunctionsWithinNegations() {
        assertThat(finds(nested(200, part -> new Condition.Not(new Condition.And(List.of(part))))))
                .isTrue();
    }

    @Test
    void ofConjunctionsAndAlternatives() {
        assertThat(finds(nested(
                        15,
                        part -> new Condition.And(List.of(
                                whole(Operator.EQ, 1), new Condition.Or(List.of(whole(Operator.EQ, 2), part)))))))
                .isTrue();
    }

    @Test
    void ofNegatedConjunctions() {
        assertThat(finds(
                        nested(30, part -> new Condition.Not(new Condition.And(List.of(whole(Operator.EQ, 1), part))))))
                .isTrue();
    }

    private static Condition nested(int depth, UnaryOperator<Condition> step) {
        Condition condition = whole(Operator.EQ, 1);
        for (int n = 0; n < depth; n++) {
            condition = step.apply(condition);
        }
        return condition;
    }

    private static Condition whole(Operator operator, int value) {
        return new Condition.Compare((BasicAttribute) entity.attributes().get("whole"), operator, value);
    }

    private static boolean finds(Condition condition) {
        Selection id = new Selection(entity, List.of(new Output.Attribute("id", entity.id())));
        return assertTimeoutPreemptively(
                LIMIT,
                () -> database.read(session -> new Reader(Access.UNRESTRICTED).one(session, id, condition)) != null);
    }
}
