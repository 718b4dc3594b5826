package dev.quipu.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody who changes folders. */
@Entity
@Table(name = "accounts")
class Account {

    @Id
    Long id;

    String name;

    Account() {}

    Account(long id, String name) {
        this.id = id;
        this.name = name;
    }
}
