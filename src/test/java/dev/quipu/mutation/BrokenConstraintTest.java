package dev.quipu.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quipu.change.SoftDeletion;
import dev.quipu.model.EntityModel;
import dev.quipu.rule.engine.RulePlan;
import dev.quipu.rule.engine.forum.Entry;
import dev.quipu.rule.engine.forum.Hall;
import dev.quipu.rule.engine.forum.Mark;
import dev.quipu.rule.engine.forum.Topic;
import dev.quipu.testing.RuledDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokenConstraintTest {

    /** It is an index that refuses, not a constraint. */
    @Test
    void tellsWhichNameARestoredRowFindsTaken() {
        try (RuledDatabase database = RuledDatabase.of(Hall.class, Topic.class, Entry.class, Mark.class)) {
            EntityModel topics = RulePlan.of(database.sessionFactory())
                    .entity(Topic.class.getName())
                    .model();
            database.transact(session -> session.persist(new Topic(1, null, "looms")));
            database.transact(session -> session.remove(session.find(Topic.class, 1L)));
            database.transact(session -> session.persist(new Topic(2, null, "looms")));

            RuntimeException refused = catchThrowableOfType(
                    RuntimeException.class,
                    () -> database.transact(session -> SoftDeletion.restore(session, topics, 1L)));

            BrokenConstraint broken = BrokenConstraint.behind(refused);
            assertThat(broken)
                    .isEqualTo(new BrokenConstraint(
                            BrokenConstraint.Kind.UNIQUE, "topics", List.of("slug"), List.of("looms")));
            assertThat(broken.attributes(topics)).containsExactly("slug");
        }
    }
}
