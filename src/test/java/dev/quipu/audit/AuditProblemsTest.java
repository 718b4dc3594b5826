package dev.quipu.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What stops the start, all of it at once. */
class AuditProblemsTest {

    @Entity(name = "Stamped")
    @Audited
    static class Stamped {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @CreatedAt
        LocalDate createdOn;

        @UpdatedBy
        @Column(nullable = false)
        String updatedBy;

        @CreatedBy
        double createdBy;
    }

    @Entity(name = "Writable")
    static class Writable extends AuditRecord {}

    @Entity(name = "Another")
    @org.hibernate.annotations.Immutable
    static class Another extends AuditRecord {}

    @Test
    void stampsThatFitNothing() {
        assertThatThrownBy(() -> RuledDatabase.of(Stamped.class))
                .isInstanceOf(IllegalStateException.class)
                .message()
                .startsWith("stamps and audit have 6 problems:")
                .contains(
                        "SEC-303 Stamped: is stamped or @Audited, but persist() inserts",
                        "SEC-301 Stamped.createdOn: is stamped with a time. Make it an Instant",
                        "SEC-302 Stamped.updatedBy: is stamped with who changes the row",
                        "SEC-301 Stamped.createdBy: is stamped with who changes the row. Make it a String",
                        "SEC-302 Stamped.createdBy",
                        "SEC-304 Stamped: is @Audited, and no entity extends AuditRecord (there are Stamped).");
    }

    @Test
    void entriesThatTheApiCouldWriteOrThatAreTwo() {
        assertThatThrownBy(() -> RuledDatabase.of(Label.class, Writable.class, Another.class))
                .message()
                .contains(
                        "SEC-304 Label: is @Audited, and more than one entity extends AuditRecord",
                        "SEC-305 Writable: extends AuditRecord, but");
    }
}
