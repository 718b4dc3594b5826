package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.rule.engine.history.Histories;
import dev.quipu.rule.engine.history.model.Crossing;
import dev.quipu.rule.engine.history.model.Descent;
import dev.quipu.testing.RuledDatabase;
import org.junit.jupiter.api.Test;

/** What random histories have found, each as short as it gets. */
class HistoryFindingsTest {

    @Test
    void aRowAddedFarBelowAMovedParentReadsItsNewDepth() {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities("Descent", false))) {
            database.transact(session -> {
                for (long id = 1; id <= 3; id++) {
                    session.persist(folder(id, session.find(Descent.Folder.class, id - 1)));
                }
            });
            database.transact(session -> {
                session.find(Descent.Folder.class, 2L).parent = null;
                session.persist(folder(4, session.find(Descent.Folder.class, 3L)));
            });
            assertThat(database.<Integer>read(session -> session.find(Descent.Folder.class, 4L).depth))
                    .isEqualTo(3);
        }
    }

    private static Descent.Folder folder(long id, Descent.Folder parent) {
        Descent.Folder folder = new Descent.Folder();
        folder.id = id;
        folder.parent = parent;
        return folder;
    }

    @Test
    void aNewRowReadsTheSumThatItIsPartOf() {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities("Crossing", false))) {
            database.transact(session -> {
                Crossing.Owner owner = new Crossing.Owner();
                owner.id = 1L;
                session.persist(owner);
                Crossing.Project project = new Crossing.Project();
                project.id = 1L;
                project.owner = owner;
                session.persist(project);
                Crossing.Step step = new Crossing.Step();
                step.id = 1L;
                step.project = project;
                step.effort = 9;
                session.persist(step);
            });
            assertThat(database.<Integer>read(session -> session.find(Crossing.Step.class, 1L).percent))
                    .isEqualTo(100);
        }
    }
}
