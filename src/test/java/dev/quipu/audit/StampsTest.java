package dev.quipu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.change.SoftDeletion;
import dev.quipu.security.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who and when, on the rows themselves. */
class StampsTest extends Folders {

    private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

    @Test
    void anInsertSetsThemAll() {
        Instant before = Instant.now();
        as(ANN, session -> {
            Folder folder = new Folder(2, "bills");
            folder.createdAt = LONG_AGO;
            folder.updatedBy = "somebody else";
            session.persist(folder);
            session.flush();
            session.persist(new Page(3, folder, 1));
        });
        database.<Object>read(session -> {
            Folder folder = session.find(Folder.class, 2L);
            assertThat(folder.createdAt).isBetween(before.minusSeconds(1), Instant.now());
            assertThat(folder.updatedAt.toInstant()).isEqualTo(folder.createdAt);
            assertThat(folder.createdBy).isEqualTo(session.getReference(Account.class, 7L));
            assertThat(folder.updatedBy).isEqualTo("ann");
            Page page = session.find(Page.class, 3L);
            assertThat(page.createdAt).as("of the same transaction").isEqualTo(folder.createdAt);
            assertThat(page.updatedBy).isEqualTo(7L);
            return page;
        });
    }

    @Test
    void aChangeSetsThoseOfTheChange() {
        Folder planted = folder();
        as(BOB, session -> {
            Folder folder = folder(session);
            folder.title = "love letters";
            folder.createdAt = LONG_AGO;
            folder.createdBy = session.getReference(Account.class, 7L);
            folder.updatedAt = OffsetDateTime.ofInstant(LONG_AGO, ZoneOffset.UTC);
            session.flush();
            assertThat(folder.createdAt).isEqualTo(planted.createdAt);
        });
        Folder changed = folder();
        assertThat(changed.createdAt).isEqualTo(planted.createdAt);
        assertThat(changed.createdBy).isNull();
        assertThat(changed.updatedAt).isAfter(planted.updatedAt);
        assertThat(changed.updatedBy).isEqualTo("bob");
        assertThat(changed.version).isEqualTo(planted.version + 1);
    }

    @Test
    void nobodyForgesThemAlone() {
        Folder planted = folder();
        as(ANN, session -> {
            Folder folder = folder(session);
            folder.updatedAt = OffsetDateTime.ofInstant(LONG_AGO, ZoneOffset.UTC);
            folder.updatedBy = "bob";
            folder.createdAt = LONG_AGO;
        });
        assertThat(folder())
                .usingRecursiveComparison()
                .ignoringFields("pages", "owner")
                .isEqualTo(planted);
    }

    @Test
    void aDetachedCopyBringsNoneWithIt() {
        Folder copy = folder();
        as(BOB, session -> folder(session).closed = true);
        Folder closed = folder();
        copy.createdAt = LONG_AGO;
        copy.closed = true;
        copy.version = closed.version;
        as(ANN, session -> session.merge(copy));
        Folder merged = folder();
        assertThat(merged.updatedBy).isEqualTo("bob");
        assertThat(merged.updatedAt).isEqualTo(closed.updatedAt);
        assertThat(merged.createdAt).isEqualTo(closed.createdAt);
    }

    @Test
    void whatRulesDeriveDoesNotCount() {
        Folder planted = folder();
        as(ANN, session -> session.persist(new Page(3, folder(session), 3)));
        Folder fuller = folder();
        assertThat(fuller.words).isEqualTo(planted.words + 3);
        assertThat(fuller.updatedBy).isNull();
        assertThat(fuller.updatedAt).isEqualTo(planted.updatedAt);
        assertThat(fuller.version).isEqualTo(planted.version);
    }

    @Test
    void rulesReadThem() {
        as(ANN, session -> session.persist(new Page(3, folder(session), 3)));
        database.<Object>read(session -> {
            Instant written = session.find(Page.class, 3L).createdAt;
            assertThat(folder(session).lastPageAt).isEqualTo(written);
            return written;
        });
    }

    @Test
    void aRestorationCountsAndADeletionDoesNot() {
        as(ANN, session -> session.remove(folder(session)));
        as(BOB, session -> {
            Folder folder = (Folder) SoftDeletion.find(session, entity(Folder.class), 1L);
            assertThat(folder.updatedBy).isNull();
        });
        as(BOB, session -> SoftDeletion.restore(session, entity(Folder.class), 1L));
        assertThat(folder().updatedBy).isEqualTo("bob");
    }

    @Test
    void theSystemHasNoName() {
        as(ANN, session -> folder(session).closed = true);
        database.transact(session -> folder(session).closed = false);
        assertThat(folder().updatedBy).isNull();
    }

    @Test
    void anAccountOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> as(
                        new Viewer("seven", "ann", Set.of()),
                        session -> session.persist(new Page(3, folder(session), 1))))
                .hasMessageStartingWith(
                        "SEC-306 Page.updatedBy is stamped with a Long, but the id of the account seven is a"
                                + " String.");
    }
}
