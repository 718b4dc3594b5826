package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.engine.history.Histories;
import dev.quipu.rule.engine.history.model.Descent;
import dev.quipu.rule.engine.history.model.Tree;
import dev.quipu.testing.RuledDatabase;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Rules along a self-reference have no values in a circle. */
class OwnAncestorTest {

    @Test
    void aRowThatBecomesItsOwnAncestorIsRefused() {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities("Tree", false))) {
            database.transact(session -> {
                Tree.Node child = node(2, node(1, null, session), session);
                child.own = 5;
            });
            assertThatThrownBy(() -> database.transact(
                            session -> session.find(Tree.Node.class, 1L).parent = session.find(Tree.Node.class, 2L)))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("seems to be its own ancestor");
            assertThat(database.<Integer>read(session -> session.find(Tree.Node.class, 1L).total))
                    .isEqualTo(5);
        }
    }

    private static Tree.Node node(long id, Tree.Node parent, Session session) {
        Tree.Node node = new Tree.Node();
        node.id = id;
        node.parent = parent;
        session.persist(node);
        return node;
    }

    @Test
    void aRowThatInheritsFromItselfIsRefused() {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities("Descent", false))) {
            database.transact(session -> {
                Descent.Folder folder = new Descent.Folder();
                folder.id = 1L;
                session.persist(folder);
            });
            assertThatThrownBy(() -> database.transact(session -> {
                        Descent.Folder folder = session.find(Descent.Folder.class, 1L);
                        folder.parent = folder;
                    }))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("Folder 1 seems to be its own ancestor");
        }
    }
}
