package dev.quipu.audit;

import dev.quipu.model.EntityModel;
import dev.quipu.rule.Rules;
import dev.quipu.rule.engine.RulesIntegrator;
import dev.quipu.security.Acting;
import dev.quipu.security.Viewer;
import dev.quipu.testing.RuledDatabase;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A database with a folder of two pages, which nobody has made. */
abstract class Folders {

    static final Viewer ANN = new Viewer(7L, "ann", Set.of("user"));
    static final Viewer BOB = new Viewer(8L, "bob", Set.of("user"));

    static RuledDatabase database;

    @BeforeAll
    static void start() {
        database = RuledDatabase.of(Account.class, Folder.class, Page.class, Label.class, FolderEntry.class);
        database.transact(session -> {
            session.persist(new Account(7, "ann"));
            session.persist(new Account(8, "bob"));
        });
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void plant() {
        database.transact(session -> Rules.bypassing(
                () -> session.createNativeMutationQuery("truncate folders, pages, folder_entries restart identity")
                        .executeUpdate()));
        database.transact(session -> {
            Folder folder = new Folder(1, "letters");
            session.persist(folder);
            session.persist(new Page(1, folder, 100));
            session.persist(new Page(2, folder, 20));
        });
    }

    static void as(Viewer viewer, Consumer<Session> work) {
        try (Acting acting = Acting.as(viewer)) {
            database.transact(work);
        }
    }

    static Folder folder(Session session) {
        return (Folder) Hibernate.unproxy(session.find(Folder.class, 1L));
    }

    static Folder folder() {
        return database.read(Folders::folder);
    }

    /** All but those of the planting, the oldest first. */
    static List<FolderEntry> entries() {
        return database.read(
                session -> session.createQuery("from FolderEntry where id > 3 order by id", FolderEntry.class)
                        .getResultList());
    }

    /** {@code "ann UPDATE Folder 1 {..}"}. */
    static List<String> trail() {
        return entries().stream()
                .map(entry -> entry.username + " " + entry.action + " " + entry.entity + " " + entry.rowId + " "
                        + entry.changes)
                .toList();
    }

    static EntityModel entity(Class<?> type) {
        return RulesIntegrator.model(database.sessionFactory()).entity(type);
    }
}
