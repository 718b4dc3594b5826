package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.rule.Computed;
import dev.quipu.rule.RulesBypassedException;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hibernate calls {@code @PreUpdate} when the rules have run; what it assigns must be none of theirs. */
class CallbacksTest {

    private RuledDatabase database;

    @BeforeEach
    void store() {
        database = RuledDatabase.of(Parcel.class);
        database.transact(session -> {
            Parcel parcel = new Parcel();
            parcel.id = 1L;
            parcel.label = "books";
            session.persist(parcel);
        });
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void mayAssignWhatNoRuleReads() {
        database.transact(session -> session.find(Parcel.class, 1L).label = "records");
        Parcel stored = database.read(session -> session.find(Parcel.class, 1L));
        assertThat(stored.changes).isEqualTo(1);
        assertThat(stored.price)
                .as("price of the weight that @PrePersist assigned")
                .isEqualTo(4);
    }

    @Test
    void mayNotAssignWhatARuleReads() {
        assertThatThrownBy(() -> database.transact(session -> session.find(Parcel.class, 1L).label = "heavy"))
                .isInstanceOf(RulesBypassedException.class)
                .hasMessageContaining("RULE-203 A @PreUpdate callback of Parcel 1 assigned \"weight\"")
                .hasMessageContaining("before the flush");
        assertThat(database.<String>read(session -> session.find(Parcel.class, 1L).label))
                .isEqualTo("books");
    }

    @Test
    void mayNotAssignWhatARuleDerives() {
        assertThatThrownBy(() -> database.transact(session -> session.find(Parcel.class, 1L).label = "gift"))
                .isInstanceOf(RulesBypassedException.class)
                .hasMessageContaining("assigned \"price\"");
    }

    @Entity(name = "Parcel")
    static class Parcel {

        @Id
        Long id;

        String label;
        int weight;
        int changes;

        @Computed("weight * 2")
        int price;

        @PrePersist
        void weigh() {
            weight = 2;
        }

        @PreUpdate
        void note() {
            changes++;
            if (label.equals("heavy")) {
                weight = 9;
            }
            if (label.equals("gift")) {
                price = 0;
            }
        }
    }
}
