package dev.quipu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quipu.change.SoftDeletion;
import dev.quipu.rule.Rules;
import dev.quipu.rule.RulesBypassedException;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What the entries of audited rows tell. */
class TrailTest extends Folders {

    @Test
    void aChangeIsEnteredWithWhoAndWhen() {
        as(ANN, session -> folder(session).title = "love letters");
        assertThat(trail())
                .containsExactly("ann UPDATE Folder 1 {\"title\":{\"after\":\"love letters\",\"before\":\"letters\"}}");
        FolderEntry entry = entries().get(0);
        assertThat(entry.accountId).isEqualTo("7");
        assertThat(entry.changedAt).isEqualTo(folder().updatedAt.toInstant());
    }

    @Test
    void aCascadeIsEnteredRowByRow() {
        as(ANN, session -> session.remove(folder(session)));
        assertThat(trail())
                .containsExactlyInAnyOrder(
                        "ann DELETE Folder 1 {\"title\":{\"before\":\"letters\"},\"closed\":{\"before\":false}}",
                        "ann DELETE Page 1 {\"words\":{\"before\":100},\"folder\":{\"before\":\"1\"}}",
                        "ann DELETE Page 2 {\"words\":{\"before\":20},\"folder\":{\"before\":\"1\"}}");
    }

    @Test
    void aRestorationIsEnteredRowByRow() {
        as(ANN, session -> session.remove(folder(session)));
        as(BOB, session -> SoftDeletion.restore(session, entity(Folder.class), 1L));
        assertThat(trail().subList(3, 6))
                .containsExactlyInAnyOrder("bob RESTORE Folder 1 {}", "bob RESTORE Page 1 {}", "bob RESTORE Page 2 {}");
    }

    @Test
    void aNewRowIsEnteredWithWhatItHolds() {
        database.transact(session -> {
            Folder folder = new Folder(2, "bills");
            folder.fee = new BigDecimal("7");
            folder.places = 9_007_199_254_740_993L;
            folder.tags = JsonNodeFactory.instance.objectNode().put("colour", "red");
            folder.owner = session.getReference(Account.class, 8L);
            session.persist(folder);
        });
        FolderEntry entry = entries().get(0);
        assertThat(entry.action).isEqualTo(AuditAction.CREATE);
        assertThat(entry.username).isNull();
        assertThat(entry.accountId).isNull();
        assertThat(entry.changes.toString())
                .isEqualTo(
                        "{\"fee\":{\"after\":\"7.00\"},\"tags\":{\"after\":{\"colour\":\"red\"}},\"owner\":{\"after\":\"8\"},"
                                + "\"title\":{\"after\":\"bills\"},\"closed\":{\"after\":false},\"places\":{\"after\":\"9007199254740993\"}}");
    }

    @Test
    void secretsAreNeverEntered() {
        as(ANN, session -> folder(session).secret = "swordfish");
        as(ANN, session -> folder(session).secret = "trout");
        as(ANN, session -> session.remove(folder(session)));
        assertThat(trail().subList(0, 2)).containsOnly("ann UPDATE Folder 1 {\"secret\":{\"hidden\":true}}");
        assertThat(trail().toString()).doesNotContain("swordfish", "trout");
    }

    @Test
    void bytesAndLongTextsAreEnteredAsDigests() {
        as(ANN, session -> {
            folder(session).scan = new byte[100_000];
            folder(session).title = "x".repeat(9_000);
            folder(session).tags = JsonNodeFactory.instance.objectNode().put("remark", "y".repeat(5_000));
        });
        assertThat(entries().get(0).changes.at("/scan/after/bytes").asInt()).isEqualTo(100_000);
        assertThat(entries().get(0).changes.at("/scan/after/sha256").asText()).hasSize(64);
        assertThat(entries().get(0).changes.at("/title/after/characters").asInt())
                .isEqualTo(9_000);
        assertThat(entries().get(0).changes.toString()).hasSizeLessThan(600);
    }

    @Test
    void whatChangesInPlaceIsEntered() {
        as(
                ANN,
                session -> folder(session).tags =
                        JsonNodeFactory.instance.objectNode().put("colour", "red"));
        as(BOB, session -> ((ObjectNode) folder(session).tags).put("colour", "blue"));
        assertThat(trail().get(1))
                .isEqualTo(
                        "bob UPDATE Folder 1 {\"tags\":{\"after\":{\"colour\":\"blue\"},\"before\":{\"colour\":\"red\"}}}");
    }

    @Test
    void whatRulesAndStampsChangeIsNot() {
        as(ANN, session -> folder(session).pages.get(0).words = 5);
        as(ANN, session -> {
            folder(session).updatedBy = "bob";
            folder(session).title = new String("letters");
        });
        as(ANN, session -> session.lock(folder(session), LockModeType.PESSIMISTIC_FORCE_INCREMENT));
        assertThat(trail()).containsExactly("ann UPDATE Page 1 {\"words\":{\"after\":5,\"before\":100}}");
    }

    @Test
    void whatIsRolledBackLeavesNothing() {
        assertThatThrownBy(() -> as(ANN, session -> {
                    folder(session).title = "love letters";
                    session.flush();
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThat(trail()).isEmpty();
    }

    @Test
    void eachFlushIsEntered() {
        as(ANN, session -> {
            folder(session).title = "a";
            session.flush();
            folder(session).title = "b";
        });
        assertThat(trail())
                .containsExactly(
                        "ann UPDATE Folder 1 {\"title\":{\"after\":\"a\",\"before\":\"letters\"}}",
                        "ann UPDATE Folder 1 {\"title\":{\"after\":\"b\",\"before\":\"a\"}}");
        assertThat(entries().get(0).changedAt).isEqualTo(entries().get(1).changedAt);
    }

    @Test
    void bulkStatementsAreRefused() {
        assertThatThrownBy(() -> database.transact(session -> bulk(session, "update Label set text = 'b'")))
                .isInstanceOf(RulesBypassedException.class)
                .hasMessageStartingWith("SEC-307 A statement writes to \"labels\" outside a flush");
        database.transact(session -> Rules.bypassing(() -> bulk(session, "update Label set text = 'b'")));
    }

    private static int bulk(Session session, String statement) {
        return session.createMutationQuery(statement).executeUpdate();
    }
}
