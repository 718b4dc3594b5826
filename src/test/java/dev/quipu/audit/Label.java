package dev.quipu.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Audited, and part of no rule. */
@Entity
@Audited
@Table(name = "labels")
class Label {

    @Id
    Long id;

    String text;
}
