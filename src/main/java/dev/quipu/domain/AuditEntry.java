package dev.quipu.domain;

import static dev.quipu.security.Action.READ;
import static dev.quipu.security.Grant.ALL;

import dev.quipu.audit.AuditRecord;
import dev.quipu.security.Grant;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** What somebody did to a row of an audited entity. */
@Entity
@Immutable
@Table(
        name = "audit_entries",
        indexes = {@Index(columnList = "changedAt"), @Index(columnList = "entity, rowId")})
@Grant(roles = "admin", actions = READ, attributes = ALL)
public class AuditEntry extends AuditRecord {}
