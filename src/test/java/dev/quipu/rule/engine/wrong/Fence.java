package dev.quipu.rule.engine.wrong;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Deleted for good. */
@Entity
public class Fence {

    @Id
    public Long id;
}
