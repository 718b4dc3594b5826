package dev.quipu.audit;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.IDENTITY;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/**
 * What somebody did to one row. One entity of the application extends it and says who may read the entries; it is immutable, so that
 * nobody writes them.
 *
 * <pre>{@code
 * @Entity
 * @Immutable
 * @Table(name = "audit_entries", indexes = {@Index(columnList = "changed_at"), @Index(columnList = "entity, row_id")})
 * @Grant(roles = "admin", actions = READ, attributes = ALL)
 * public class AuditEntry extends AuditRecord {}
 * }</pre>
 *
 * <p>Whoever may read the entries reads all that was ever changed in audited rows, whatever the grants of those say.
 */
@MappedSuperclass
@NullUnmarked
public abstract class AuditRecord extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = IDENTITY)
    public Long id;

    /** The same for all that one transaction did. */
    @Column(nullable = false)
    public Instant changedAt;

    /** The id of the account; null for the system and for whoever has not logged in. */
    public String accountId;

    /** As it was then. */
    public String username;

    @Column(nullable = false)
    public String entity;

    @Column(nullable = false)
    public String rowId;

    @Enumerated(STRING)
    @Column(nullable = false)
    public AuditAction action;

    /**
     * The attributes that changed: {@code {"unitPrice": {"before": "18.00", "after": "19.50"}, "passwordHash": {"hidden": true}}}. Of a
     * new row what it holds after, of a deleted one what it held before.
     */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    public JsonNode changes;
}
